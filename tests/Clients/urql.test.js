// urql with Graphcache, which knows the schema: it normalises by __typename and id, and warns of whatever does not fit.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { failOnComplaints } from './complaints.js';
import { embeddedTypes, introspect } from './introspection.js';
import { startServer } from './server.js';

failOnComplaints();

const server = await startServer();
after(server.stop);
const schema = await introspect(server.url);

/** A client with a cache of its own; `requests` are the bodies that it sent, `partial` the queries it answered in part. */
function open() {
  const requests = [];
  const client = new Client({
    url: server.url,
    preferGetMethod: false,
    fetch: (url, options) => { requests.push(JSON.parse(options.body)); return fetch(url, options); },
    exchanges: [
      cacheExchange({
        schema,
        keys: Object.fromEntries(embeddedTypes(schema).map(name => [name, () => null])),
        resolvers: { Query: { measures: relayPagination() } },
        logger: (severity, message) => { if (severity !== 'debug') console.warn(message); },
      }),
      fetchExchange,
    ],
  });
  return {
    requests,
    async query(document, variables, context) {
      const result = await client.query(document, variables, context).toPromise();
      assert.equal(result.error, undefined);
      return result;
    },
  };
}

const tree = gql`
  query Tree($language: Language!) {
    plans(where: { kind: { eq: PLEDGE_SET } }, order: [{ title: ASC }]) {
      totalCount
      nodes {
        id
        title(language: $language)
        period { start end }
        goals { ...Branch children { ...Branch children { ...Branch } } }
      }
    }
  }
  fragment Branch on PlanElement {
    __typename
    id
    title(language: $language)
    progress { percent verdict published { value rating { value scale { name values } } citation { locator document { id title } } } }
    departments { id name municipality { id name } }
  }
`;

const measure = gql`
  query Measure($id: ID!, $language: Language!) {
    node(id: $id) { ... on Measure { id title(language: $language) } ... on PlanElement { note } }
  }
`;

test('an entity of one query answers another without a request', async () => {
  const { query, requests } = open();
  const { data } = await query(tree, { language: 'EN' });
  const [known] = data.plans.nodes.flatMap(plan => plan.goals).flatMap(goal => goal.children).filter(child => child.__typename === 'Measure');

  await query(measure, { id: known.id, language: 'EN' });
  const again = await query(tree, { language: 'EN' });
  assert.equal(again.stale, false);
  assert.deepEqual(again.data, data);
  assert.deepEqual(requests.map(request => request.operationName), ['Tree', 'Measure']);
});

test('what the schema allows to be missing is answered in part, then in whole', async () => {
  const { query, requests } = open();
  await query(gql`query Titles { plans { nodes { id title } } }`);
  const wider = gql`query Officeholders { plans { nodes { id title officeholder } } }`;

  const partial = await query(wider, {}, { requestPolicy: 'cache-only' });
  assert.ok(partial.data.plans.nodes.length > 0);
  for (const plan of partial.data.plans.nodes) assert.ok(plan.title && plan.officeholder === null);

  const whole = await query(wider, {}, { requestPolicy: 'network-only' });
  assert.ok(whole.data.plans.nodes.some(plan => plan.officeholder));
  assert.equal(requests.length, 2);
});

const page = gql`
  query Page($after: String) {
    measures(first: 9, after: $after) {
      totalCount
      edges { cursor node { id title goal { id label } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

test('pages of a connection add up to the whole', async () => {
  const { query, requests } = open();
  let { measures } = (await query(page)).data;
  while (measures.pageInfo.hasNextPage) ({ measures } = (await query(page, { after: measures.pageInfo.endCursor })).data);
  assert.equal(measures.edges.length, measures.totalCount);
  assert.equal(new Set(measures.edges.map(edge => edge.node.id)).size, measures.totalCount);
  assert.equal(requests.length, Math.ceil(measures.totalCount / 9));
});
