// What a client makes of an introspection result.
import { buildClientSchema, findSchemaChanges, validateSchema } from 'graphql';

/** The specification's own directives are described in other words here, and 17.1 is ahead of September 2025 in where they may stand. */
const standard = /@(skip|include|deprecated|specifiedBy|oneOf)\b/;

/** @returns whatever a client could complain of; nothing when it sees in ours what it sees in theirs */
export function clientProblems(ours, theirs) {
  try {
    const [mine, reference] = [ours, theirs].map((text) => buildClientSchema(JSON.parse(text).data));
    return [
      ...validateSchema(mine).map((e) => e.message),
      ...findSchemaChanges(reference, mine).map((c) => c.description),
      ...findSchemaChanges(mine, reference).map((c) => c.description),
    ].filter((problem) => !standard.test(problem));
  } catch (error) {
    return [error.message];
  }
}
