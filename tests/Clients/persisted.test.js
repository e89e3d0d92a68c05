// Automatic persisted documents, as Apollo Client speaks them: the hash alone first, by GET; the document once, where it is not known yet.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { loadDevMessages, loadErrorMessages } from '@apollo/client/dev';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { failOnComplaints } from './complaints.js';
import { startServer } from './server.js';

loadDevMessages();
loadErrorMessages();
failOnComplaints();

const server = await startServer();
after(server.stop);

/** A client as a new visitor brings it; `requests` tell the method and whether the document was sent along. */
function open(useGETForHashedQueries) {
  const requests = [];
  const note = (uri, options) => {
    const sent = options.method === 'GET' ? new URL(uri).searchParams.has('query') : 'query' in JSON.parse(options.body);
    requests.push(`${options.method} ${sent ? 'document' : 'hash'}`);
    return fetch(uri, options);
  };
  const sha256 = text => createHash('sha256').update(text).digest('hex');
  const client = new ApolloClient({
    link: new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(new HttpLink({ uri: server.url, fetch: note })),
    cache: new InMemoryCache(),
  });
  return { client, requests };
}

for (const [byGet, document, told] of [
  [true, gql`query Title($language: Language!) { plans(first: 1) { nodes { id title(language: $language) } } }`, ['GET hash', 'POST document', 'GET hash', 'GET hash']],
  [false, gql`query Name($language: Language!) { municipality(code: "012131") { id name(language: $language) } }`, ['POST hash', 'POST document', 'POST hash', 'POST hash']],
]) {
  test(`a document is sent once, its hash ever after, by ${byGet ? 'GET' : 'POST'}`, async () => {
    const ask = async ({ client }, language) => (await client.query({ query: document, variables: { language }, fetchPolicy: 'network-only' })).data;
    const first = open(byGet);
    const answer = await ask(first, 'JA');
    await ask(first, 'EN');
    const second = open(byGet);
    assert.deepEqual(await ask(second, 'JA'), answer);
    assert.deepEqual([...first.requests, ...second.requests], told);
  });
}
