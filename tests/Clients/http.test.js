// GraphQL over HTTP, as the reference audits of npm's graphql-http see it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { auditServer } from 'graphql-http';
import { startServer } from './server.js';

const server = await startServer();
after(server.stop);

test('all audits of graphql-http pass', async () => {
  const audits = await auditServer({ url: server.url });
  const others = audits.filter(audit => audit.status !== 'ok').map(({ id, name, status, reason }) => `${id} ${status}: ${name} (${reason})`);
  assert.deepEqual(others, []);
  assert.equal(audits.length, 61);
});
