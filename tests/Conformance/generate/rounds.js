// One round: a document that the schema allows, and what becomes of it when it is damaged; or, now and then, a type system in place of it.
import { parse, print } from 'graphql';
import { documentJob, sdlJobs } from '../cases.js';
import { schemaOf } from '../oracle.js';
import { schemas } from '../schemas.js';
import { generateData } from './data.js';
import { generateDocument, generateVariables } from './document.js';
import { editCharacter, editTree, relayout, truncate } from './mutate.js';
import { random } from './random.js';
import { generateSdl, sdlNames } from './sdl.js';

/** Rounds that share a schema, so that few are built. */
const block = 20;
const weights = { ours: 4, pets: 4, deep: 3, renamed: 2, incremental: 1, large: 1, random: 2 };
const kinds = Object.entries(weights).flatMap(([name, weight]) => Array(weight).fill(name));
const namesOf = new Map();

/** @returns jobs, the same for the same seed and round */
export function jobsOf(seed, round) {
  const rng = random(seed, round);
  if (rng.chance(0.06)) return sdlRound(rng);
  return documentRound(sdlFor(seed, round), rng);
}

function documentRound(sdl, rng) {
  const { schema } = schemaOf(sdl);
  const document = generateDocument(schema, rng);
  const wrong = rng.pick([0, 0, 0.02, 0.1]);
  const operations = document.definitions.filter((d) => d.kind === 'OperationDefinition');
  const operation = rng.pick(operations);
  const text = print(document);
  const request = {
    sdl,
    operationName: operations.length > 1 && rng.chance(0.95) ? operation.name.value : undefined,
    variables: generateVariables(schema, operation, rng, wrong),
    data: generateData(schema, document, operation, rng, wrong),
  };
  const texts = [text, editTree(document, names(sdl, schema), rng), editCharacter(text, rng), editCharacter(text, rng)];
  if (rng.chance(0.3)) texts.push(relayout(text, rng));
  const truncated = [truncate(text, rng), truncate(text, rng)];
  return [...texts.map((t) => documentJob({ ...request, document: t })), ...truncated.map((t) => ({ want: ['parse'], document: t }))];
}

function sdlRound(rng) {
  const sdl = generateSdl(rng);
  const texts = [sdl, editCharacter(sdl, rng)];
  try {
    const document = parse(sdl, { noLocation: true });
    texts.push(editTree(document, sdlNames, rng), editTree(document, sdlNames, rng));
  } catch {
    // What the generator wrote amiss is compared all the same.
  }
  return texts.flatMap(sdlJobs);
}

function sdlFor(seed, round) {
  const rng = random(seed, 'schema', Math.floor(round / block));
  const kind = rng.pick(kinds);
  if (kind !== 'random') return schemas.get(kind);
  const sdl = generateSdl(rng);
  return schemaOf(sdl).schema ? sdl : schemas.get('pets');
}

function names(sdl, schema) {
  if (!namesOf.has(sdl)) {
    const types = Object.values(schema.getTypeMap());
    const fields = types.flatMap((t) => Object.values(t.getFields?.() ?? {}));
    namesOf.set(sdl, [...types, ...fields, ...fields.flatMap((f) => f.args ?? []), ...schema.getDirectives()].map((n) => n.name));
  }
  return namesOf.get(sdl);
}
