// Subscriptions with the clients of their protocols: graphql-ws over WebSocket, graphql-sse in both of its modes.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { createClient as overWebSocket } from 'graphql-ws';
import { createClient as overEvents } from 'graphql-sse';
import WebSocket from 'ws';
import { program, repository, startServer } from './server.js';

const server = await startServer();
after(server.stop);
const plans = mkdtempSync(join(tmpdir(), 'strategygraph-plans-'));
after(() => rmSync(plans, { recursive: true, force: true }));
cpSync(join(repository, 'seeds'), plans, { recursive: true });

/** Publishes the plans with another title of one, beside the running server; the release's id. */
async function publish(title) {
  const file = join(plans, 'hokuto/strategy-2-outline.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(^  title:\n    ja: ).*/m, `$1${title}`));
  const [dotnet, ...args] = program();
  const { stdout } = await promisify(execFile)(dotnet, [...args, 'build', '--plans', plans, '--releases', server.releases]);
  return /release ([0-9a-f]{12})/.exec(stdout)[1];
}

const transports = {
  'graphql-ws': () => overWebSocket({ url: server.url.replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 }),
  'graphql-sse, a connection each': () => overEvents({ url: server.url, retryAttempts: 0 }),
  'graphql-sse, one connection': () => overEvents({ url: `${server.url}/stream`, singleConnection: true, retryAttempts: 0 }),
};

for (const [name, open] of Object.entries(transports)) {
  describe(name, () => {
    const client = open();
    after(() => client.dispose());

    test('a query has one result', async () => {
      const results = [];
      for await (const result of client.iterate({ query: 'query ($code: MunicipalityCode!) { municipality(code: $code) { name } }', variables: { code: '012360' } })) results.push(result);
      assert.deepEqual(results, [{ data: { municipality: { name: '北斗市' } } }]);
    });

    test('many at once each get their own', async () => {
      const codes = ['012131', '012360'];
      const names = await Promise.all(Array.from({ length: 20 }, async (_, i) => {
        const { value } = await client.iterate({ query: `{ municipality(code: "${codes[i % 2]}") { code } }` }).next();
        return value.data.municipality.code;
      }));
      assert.deepEqual(names, Array.from({ length: 20 }, (_, i) => codes[i % 2]));
    });

    test('what is deferred comes as a further result', async () => {
      const results = [];
      for await (const result of client.iterate({ query: '{ plans(first: 1) { nodes { id ... @defer { title } } } }' })) results.push(result);
      assert.deepEqual(results.map(({ hasNext }) => hasNext), [true, false]);
      assert.ok(results[1].incremental[0].data.title);
    });

    test('a document that is not valid is an error', async () => {
      const tried = (async () => {
        for await (const result of client.iterate({ query: '{ nothing }' })) if (result.errors) throw result.errors;
      })();
      await assert.rejects(tried);
    });

    test('a subscription hears of a new release, and ends when it is left', { timeout: 120_000 }, async () => {
      const events = client.iterate({ query: 'subscription { releasePublished { id plans } }' });
      const next = events.next();

      // The subscription has begun when an operation that was sent after it is answered.
      await client.iterate({ query: '{ release { id } }' }).next();
      await new Promise(resolve => setTimeout(resolve, 1_000));
      const id = await publish(`題 ${name}`);
      assert.deepEqual(await next, { value: { data: { releasePublished: { id, plans: 5 } } }, done: false });
      await events.return();
      const { value } = await client.iterate({ query: '{ release { id } }' }).next();
      assert.equal(value.data.release.id, id);
    });
  });
}
