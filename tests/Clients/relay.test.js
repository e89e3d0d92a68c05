// Relay: its compiler takes the schema that the program prints, and its store the answers of the server.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createOperationDescriptor, Environment, fetchQuery, getSelector, Network, RecordSource, Store } from 'relay-runtime';
import { failOnComplaints } from './complaints.js';
import { program, startServer } from './server.js';

failOnComplaints();

const run = promisify(execFile);
const folder = fileURLToPath(new URL('obj/relay', import.meta.url));
const artifact = async name => (await import(`./obj/relay/artifacts/${name}.graphql.js`)).default;

const [dotnet, ...args] = program();
const server = await startServer();
after(server.stop);
const compiled = await compile();

async function compile() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/artifacts`, { recursive: true });
  // Artifacts name each other without an extension, which is for bundlers and CommonJS.
  await writeFile(`${folder}/artifacts/package.json`, '{ "type": "commonjs" }');
  await writeFile(`${folder}/schema.graphql`, (await run(dotnet, [...args, 'schema'], { maxBuffer: 1 << 24 })).stdout);
  const compiler = fileURLToPath(new URL('node_modules/relay-compiler/cli.js', import.meta.url));
  const config = fileURLToPath(new URL('relay.config.json', import.meta.url));
  return run(process.execPath, [compiler, '--noWatchman', config]).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }));
}

/** Relay's own environment, with the network as an application writes it; `requests` are the operations it sent. */
function open() {
  const requests = [];
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ name, text }, variables) => {
      requests.push(name);
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, operationName: name, variables }),
      });
      const answer = await response.json();
      assert.equal(answer.errors, undefined, `${name}: ${JSON.stringify(answer.errors)}`);
      return answer;
    }),
  });
  const read = (fragment, key) => {
    const { data, isMissingData } = environment.lookup(getSelector(fragment, key));
    assert.equal(isMissingData, false);
    return data;
  };
  return { requests, environment, read, fetch: (query, variables) => fetchQuery(environment, query, variables).toPromise() };
}

test('the compiler takes schema and fragments without an error or a warning', async () => {
  assert.equal(compiled.code, 0, compiled.output);
  assert.doesNotMatch(compiled.output, /error|warning/i);
  assert.deepEqual((await readdir(`${folder}/artifacts`)).filter(name => name.endsWith('Query.graphql.js')).sort(), [
    'fragmentsElementRefetchQuery.graphql.js', 'fragmentsMeasuresPageQuery.graphql.js', 'fragmentsPlanRefetchQuery.graphql.js', 'fragmentsQuery.graphql.js',
  ]);
});

test('a connection loads page after page into the store', async () => {
  const { requests, environment, read, fetch } = open();
  const [query, next, fragment] = await Promise.all(['fragmentsQuery', 'fragmentsMeasuresPageQuery', 'fragments_measures'].map(artifact));
  const variables = { kind: 'PLEDGE_SET', count: 11 };
  const root = await fetch(query, variables);
  environment.retain(createOperationDescriptor(query, variables));

  let { measures } = read(fragment, root);
  assert.equal(measures.edges.length, 11);
  while (measures.pageInfo.hasNextPage) {
    await fetch(next, { count: 11, cursor: measures.pageInfo.endCursor });
    ({ measures } = read(fragment, root));
  }
  assert.equal(measures.edges.length, measures.totalCount);
  assert.equal(new Set(measures.edges.map(edge => edge.node.id)).size, measures.totalCount);
  assert.equal(requests.length, Math.ceil(measures.totalCount / 11));
});

test('a node is asked for again by its id, and keeps its place in the store', async () => {
  const { read, fetch } = open();
  const [query, planAgain, elementAgain, plan, element] =
    await Promise.all(['fragmentsQuery', 'fragmentsPlanRefetchQuery', 'fragmentsElementRefetchQuery', 'fragments_plan', 'fragments_element'].map(artifact));
  const { plans } = await fetch(query, { kind: 'PLEDGE_SET', count: 1 });
  const [{ node }] = plans.edges;
  const first = read(plan, node);
  assert.match(first.title, /公約/);

  const { node: english } = await fetch(planAgain, { id: node.id, language: 'EN' });
  assert.match(read(plan, english).title, /[Pp]ledge/);

  const goal = read(element, first.goals[0]);
  const { node: past } = await fetch(elementAgain, { id: goal.id, year: 2019 });
  const then = read(element, past);
  assert.equal(then.id, goal.id);
  assert.notDeepEqual(then.progress, goal.progress);
});
