// @defer and @stream over multipart/mixed, in the format of graphql-js 17, merged by the clients themselves.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApolloClient, gql, HttpLink, InMemoryCache, NetworkStatus } from '@apollo/client';
import { loadDevMessages, loadErrorMessages } from '@apollo/client/dev';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, fetchExchange } from '@urql/core';
import { failOnComplaints } from './complaints.js';
import { startServer } from './server.js';

loadDevMessages();
loadErrorMessages();
failOnComplaints();

const server = await startServer();
after(server.stop);

const deferred = gql`
  query Deferred($defer: Boolean!) {
    plans {
      nodes {
        id
        title
        ... @defer(if: $defer, label: "figures") {
          goals { id title progress { percent published { value } } }
          progress { percent }
        }
      }
    }
    ... @defer(if: $defer) { release { id measures } }
  }
`;

const streamed = gql`
  query Streamed($stream: Boolean!) {
    measures(first: 30) { nodes @stream(if: $stream, initialCount: 3, label: "rest") { id title } }
  }
`;

for (const [kind, document, condition] of [['deferred', deferred, 'defer'], ['streamed', streamed, 'stream']]) {
  test(`Apollo Client shows a ${kind} answer in part and then in whole`, async () => {
    const open = () => new ApolloClient({
      link: new HttpLink({ uri: server.url }), cache: new InMemoryCache(), incrementalHandler: new GraphQL17Alpha9Handler(),
    });
    const whole = await open().query({ query: document, variables: { [condition]: false } });
    const shown = [];
    await new Promise((resolve, reject) => open().watchQuery({ query: document, variables: { [condition]: true } }).subscribe(result => {
      shown.push(result);
      if (result.error) reject(result.error);
      else if (!result.loading) resolve();
    }));
    assert.ok(shown.some(({ networkStatus }) => networkStatus === NetworkStatus.streaming));
    assert.deepEqual(shown.at(-1).data, whole.data);
  });
}

// urql knows streamed lists only in an older format.
test('urql shows a deferred answer in part and then in whole', async () => {
  const client = new Client({ url: server.url, exchanges: [fetchExchange], preferGetMethod: false });
  const whole = await client.query(deferred, { defer: false }).toPromise();
  const results = await new Promise(resolve => {
    const seen = [];
    client.query(deferred, { defer: true }).subscribe(result => {
      seen.push(result);
      if (!result.hasNext) resolve(seen);
    });
  });
  for (const { error } of results) assert.equal(error, undefined);
  assert.deepEqual(results.at(-1).data, whole.data);
  assert.ok(results.length > 1);
});
