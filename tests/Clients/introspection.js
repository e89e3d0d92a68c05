import { getIntrospectionQuery } from 'graphql';

/**
 * What the server tells of its schema, over HTTP, as generators of code and caches ask for it.
 * @returns {Promise<import('graphql').IntrospectionQuery>}
 */
export async function introspect(url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery({ oneOf: true, specifiedByUrl: true, inputValueDeprecation: true, schemaDescription: true }) }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`Introspection has errors: ${JSON.stringify(errors)}`);
  return data;
}

/** For each interface and union the names of its object types, as Apollo Client takes them. */
export function possibleTypes({ __schema }) {
  return Object.fromEntries(__schema.types
    .filter(type => type.possibleTypes?.length > 0)
    .map(type => [type.name, type.possibleTypes.map(({ name }) => name)]));
}

/** Object types without an id: they are part of what they stand in, not entities of their own. */
export function embeddedTypes({ __schema }) {
  return __schema.types
    .filter(type => type.kind === 'OBJECT' && !type.name.startsWith('__') && type.name !== __schema.queryType.name && type.name !== __schema.subscriptionType?.name)
    .filter(type => !type.fields.some(field => field.name === 'id'))
    .map(type => type.name);
}
