// Apollo Client with its default normalisation: an entity is one cache entry, named by __typename and id.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { loadDevMessages, loadErrorMessages } from '@apollo/client/dev';
import { relayStylePagination } from '@apollo/client/utilities';
import { failOnComplaints } from './complaints.js';
import { embeddedTypes, introspect, possibleTypes } from './introspection.js';
import { startServer } from './server.js';

loadDevMessages();
loadErrorMessages();
failOnComplaints();

const server = await startServer();
after(server.stop);
const schema = await introspect(server.url);

/** A client with a cache of its own; `requests` are the operations that it sent. */
function open() {
  const requests = [];
  const client = new ApolloClient({
    link: new HttpLink({ uri: server.url, fetch: (uri, options) => { requests.push(JSON.parse(options.body).operationName); return fetch(uri, options); } }),
    cache: new InMemoryCache({
      possibleTypes: possibleTypes(schema),
      typePolicies: {
        Query: { fields: { measures: relayStylePagination(['where', 'order']) } },
        // What has no id is merged into the entity it is part of, whichever of its fields a query asks for.
        ...Object.fromEntries(embeddedTypes(schema).filter(name => !/(Connection|Edge|PageInfo)$/.test(name)).map(name => [name, { merge: true }])),
      },
    }),
  });
  return { client, requests };
}

const plans = gql`
  query Plans($kind: PlanKind!, $language: Language! = JA) {
    plans(where: { kind: { eq: $kind } }) {
      nodes {
        id
        title(language: $language)
        municipality { id code name }
        goals {
          id
          title(language: $language)
          progress { percent fiscalYear { year } computed { percent } }
          measures { ...Line initiatives { ...Line departments { id name } } }
        }
      }
    }
  }
  fragment Line on PlanElement { id label title(language: $language) progress { percent } }
`;

const tree = gql`
  query Tree($id: ID!) {
    node(id: $id) {
      id
      ... on Plan { goals { ...Branch children { ...Branch children { ...Branch children { ...Branch } } } } }
    }
  }
  fragment Branch on Node { id ... on PlanElement { role term progress { verdict fiscalYear { era } } } ... on Measure { goal { id } } }
`;

test('what two queries ask of an entity is in one cache entry', async () => {
  const { client, requests } = open();
  const { data } = await client.query({ query: plans, variables: { kind: 'PLEDGE_SET' } });
  const [plan] = data.plans.nodes;
  const measure = plan.goals[0].measures[0];
  await client.query({ query: tree, variables: { id: plan.id } });

  const entries = Object.entries(client.cache.extract()).filter(([name]) => name !== 'ROOT_QUERY' && name !== '__META');
  for (const [name, entry] of entries) assert.equal(name, `${entry.__typename}:${entry.id}`);
  assert.equal(new Set(entries.map(([, entry]) => entry.id)).size, entries.length, 'ids are unique over all types');

  const entry = client.cache.extract()[`Measure:${measure.id}`];
  assert.equal(entry['title({"language":"JA"})'], measure.title);
  assert.equal(entry.role, 'MEASURE');
  assert.ok(entry.progress.percent > 0 && entry.progress.verdict && entry.progress.fiscalYear.era);

  // Both are still whole, and come from the cache.
  await client.query({ query: plans, variables: { kind: 'PLEDGE_SET' } });
  await client.query({ query: tree, variables: { id: plan.id } });
  assert.deepEqual(requests, ['Plans', 'Tree']);
});

test('two watched queries over the same entities do not fetch each other away', async () => {
  const { client, requests } = open();
  const { data } = await client.query({ query: plans, variables: { kind: 'PLEDGE_SET' } });
  const watches = [
    client.watchQuery({ query: plans, variables: { kind: 'PLEDGE_SET' } }),
    client.watchQuery({ query: tree, variables: { id: data.plans.nodes[0].id } }),
  ].map(query => new Promise(resolve => query.subscribe(({ dataState }) => { if (dataState === 'complete') resolve(query); })));
  const queries = await Promise.all(watches);
  await new Promise(resolve => setTimeout(resolve, 100));
  assert.deepEqual(requests, ['Plans', 'Tree']);
  queries.forEach(query => query.stop());
});

test('fragments on interfaces match the types that introspection names', async () => {
  const { client } = open();
  const { data } = await client.query({ query: plans, variables: { kind: 'PLEDGE_SET' } });
  const variables = { id: data.plans.nodes[0].id };
  await client.query({ query: tree, variables });
  const cached = client.readQuery({ query: tree, variables });
  const branches = cached.node.goals.flatMap(goal => [goal, ...goal.children]);
  assert.ok(branches.length > 10);
  for (const branch of branches) assert.ok(branch.term, `${branch.__typename} has no term`);

  const measure = branches.find(branch => branch.__typename === 'Measure');
  const line = { fragment: gql`fragment Role on PlanElement { role }`, id: client.cache.identify(measure) };
  assert.equal(client.readFragment(line).role, 'MEASURE');
});

const measures = gql`
  query Measures($first: Int, $after: String, $where: MeasureFilterInput) {
    measures(first: $first, after: $after, where: $where, order: [{ progress: { percent: DESC } }]) {
      totalCount
      edges { cursor node { id title } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

for (const [named, where] of [['all measures', undefined], ['filtered measures', { progress: { percent: { gte: 50 } } }]]) {
  test(`pages of ${named} add up to the whole`, async () => {
    const whole = await open().client.query({ query: measures, variables: { first: 100, where } });
    const { client, requests } = open();
    const query = client.watchQuery({ query: measures, variables: { first: 7, where } });
    const watching = query.subscribe(() => {});
    let { endCursor, hasNextPage } = (await client.query({ query: measures, variables: { first: 7, where } })).data.measures.pageInfo;
    while (hasNextPage) ({ endCursor, hasNextPage } = (await query.fetchMore({ variables: { after: endCursor } })).data.measures.pageInfo);

    const { edges, totalCount, pageInfo } = client.readQuery({ query: measures, variables: { first: 7, where } }).measures;
    assert.deepEqual(edges, whole.data.measures.edges);
    assert.equal(edges.length, totalCount);
    assert.equal(new Set(edges.map(edge => edge.node.id)).size, totalCount);
    assert.equal(pageInfo.hasPreviousPage, false);
    assert.equal(requests.length, Math.ceil(totalCount / 7));
    watching.unsubscribe();
  });
}

test('an error of the server arrives as one, beside the data', async () => {
  const { client } = open();
  const { data, error } = await client.query({ query: gql`query { release { id } plan(id: "UGxhbjpub3doZXJl") { id } }`, errorPolicy: 'all' });
  assert.ok(data.release.id);
  assert.equal(data.plan, null);
  assert.deepEqual(error.errors.map(({ path, extensions }) => [path, extensions.code]), [[['plan'], 'NOT_FOUND']]);
});
