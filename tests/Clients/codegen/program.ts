// A typed client: every mistake in it is the compiler's to find. `endpoint` is the server's address.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import {
  ElementDocument, MeasuresDocument, PlansDocument,
  type ElementFragment, type PlansQuery, type PlansQueryVariables,
} from './operations.js';
import type { ElementRole, Plan } from './schema.js';

// @ts-expect-error A kind that the schema does not have.
export const unknown: PlansQueryVariables = { where: { kind: { eq: 'PROMISE' } } };
// @ts-expect-error One field an entry: their order in an object would decide.
export const ambiguous: PlansQueryVariables = { order: [{ title: 'ASC', kind: 'ASC' }] };

async function ask<Data, Variables>(endpoint: string, document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = await response.json() as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

export async function run(endpoint: string) {
  const ofTomakomai: PlansQueryVariables = {
    where: { kind: { eq: 'PLEDGE_SET' }, municipality: { code: { in: ['012131'] } }, goals: { some: { progress: { percent: { gte: 50 } } } } },
    order: [{ title: 'ASC' }],
  };
  const { plans }: PlansQuery = await ask(endpoint, PlansDocument, ofTomakomai);
  const plan = plans.nodes[0];
  if (plan === undefined) throw new Error('No plan has goals that came half way.');

  const start: string | undefined = plan.period?.start;
  const goal: ElementFragment | undefined = plan.goals[0];
  if (goal === undefined) throw new Error('A plan has no goals.');
  const kind: Plan['kind'] = plan.kind;
  const role: ElementRole = goal.role;
  const percent: number | null | undefined = goal.progress?.percent;

  const { node, release } = await ask(endpoint, ElementDocument, { id: plan.goals[0]!.children[0]!.id });
  if (node?.__typename !== 'Measure') throw new Error(`${node?.__typename} stands below a goal.`);
  const published: string = release.publishedAt;

  const { measures } = await ask(endpoint, MeasuresDocument, { first: 3, where: { plan: { id: { eq: plan.id } } } });
  const cursor: string | null = measures.pageInfo.endCursor;

  return {
    municipality: plan.municipality.name, start: start ?? 'not printed', percent, goal: node.goal.label, kind, role, below: node.role, published, cursor: cursor !== null, edges: measures.edges.length,
  };
}
