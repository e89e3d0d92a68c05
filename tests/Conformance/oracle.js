// The same answers as the host's (Host/Desk.cs), from npm's graphql.
import {
  buildASTSchema, executeSync, experimentalExecuteIncrementally, getNullableType, isEnumType, isListType, parse, parseSchemaCoordinate, parseType, parseValue, print, printSchema, specifiedRules, validate, validateExecutionArgs, validateSchema,
} from 'graphql';
import { specifiedSDLRules } from 'graphql/validation/specifiedRules.js';
import { validateSDL } from 'graphql/validation/validate.js';

/** The specification's grammar wants at least one selection; graphql-js has an option for that. */
const strict = { allowEmptySelectionSets: false };

const rules = specifiedRules.map(named);
const sdlRules = specifiedSDLRules.map(named);
const schemas = new Map();

/** @returns the answer, or a promise of it where it comes in payloads */
export function answer(job) {
  const { schema, description } = job.sdl === undefined ? {} : schemaOf(job.sdl);
  const wants = new Set(job.want);
  const result = {};
  if (wants.has('schema')) result.schema = description;
  if (wants.has('introspection')) result.introspection = schema ? JSON.stringify(executeSync({ schema, document: parse(job.document) })) : null;
  if (!wants.has('parse')) return result;

  const node = parsed(job, result);
  if (!node || job.entry || !schema || !wants.has('validate')) return result;
  const errors = validate(schema, node, rules, strict);
  result.validate = errors.map((e) => `${e.rule ?? 'Limit'} ${textOf(e)}`);
  if (errors.length > 0) return result;
  if (wants.has('variables')) result.variables = variables(schema, node, job);
  if (wants.has('execute')) result.execute = execute(schema, node, job);
  if (wants.has('incremental')) return executeIncrementally(schema, node, job).then((incremental) => ({ ...result, incremental }));
  return result;
}

export function schemaOf(sdl) {
  const known = schemas.get(sdl);
  if (known) return known;
  if (schemas.size === 256) schemas.clear();
  const made = makeSchema(sdl);
  schemas.set(sdl, made);
  return made;
}

function makeSchema(sdl) {
  let refusedBy = 'parse';
  let errors;
  try {
    const document = parse(sdl, strict);
    refusedBy = 'rules';
    errors = validateSDL(document, undefined, sdlRules).map((e) => `${e.rule} ${textOf(e)}`);
    if (errors.length === 0) {
      refusedBy = 'build';
      const schema = buildASTSchema(document, { assumeValidSDL: true });
      refusedBy = 'schema';
      errors = validateSchema(schema).map(textOf);
      if (errors.length === 0) return { schema, description: { printed: printSchema(schema) } };
    }
  } catch (error) {
    errors = [textOf(error)];
  }
  return { description: { refusedBy, errors } };
}

function parsed(job, result) {
  const read = { value: parseValue, type: parseType, coordinate: parseSchemaCoordinate }[job.entry] ?? parse;
  try {
    const node = read(job.document, strict);
    result.parse = { tree: treeOf(node), printed: print(node), reprints: true };
    return node;
  } catch (error) {
    result.parse = { error: textOf(error) };
  }
}

function variables(schema, document, job) {
  const request = validateExecutionArgs({ schema, document, operationName: job.operationName, variableValues: job.variables });
  return 'schema' in request ? JSON.stringify(request.variableValues.coerced) : null;
}

const request = (schema, document, job) => ({
  schema, document, operationName: job.operationName, variableValues: job.variables, rootValue: job.data ?? {}, fieldResolver, typeResolver,
});

/** @returns the payloads, as they go over the wire */
async function executeIncrementally(schema, document, job) {
  const result = await experimentalExecuteIncrementally(request(schema, document, job));
  const payloads = [result.initialResult ?? result];
  if (result.subsequentResults) for await (const payload of result.subsequentResults) payloads.push(payload);
  return JSON.parse(JSON.stringify(payloads));
}

function execute(schema, document, job) {
  const { data, errors } = executeSync(request(schema, document, job));
  return {
    data: data === undefined ? null : JSON.stringify(data),
    errors: (errors ?? []).map((e) => `${(e.path ?? []).join('.')} ${textOf(e)}`),
  };
}

// ── Fields answer from the data, by response path; markers as in JsonBinding.cs ──

const fieldResolver = (source, args, _, info) => valueOf(source?.[info.path.key], args, info.returnType);

function valueOf(given, args, type) {
  if (given === undefined || given === null) return given;
  if (Object.hasOwn(given, '$error')) return new Error(given.$error);
  if (Object.hasOwn(given, '$throw')) return new Error('Internal error.');
  const bare = getNullableType(type);
  if (isListType(bare)) return Array.isArray(given) ? given.map((item) => valueOf(item, args, bare.ofType)) : given;
  if (bare.name === 'String' && Object.hasOwn(given, '$arguments')) return JSON.stringify(args);
  return fits(given, bare) ? given : new Error(`The data has no ${bare}.`);
}

/** Resolvers in C# give what their types can hold; data of other kinds is an error on both sides. */
function fits(given, type) {
  if (isEnumType(type)) return typeof given === 'string';
  switch (type.name) {
    case 'Int': return Number.isSafeInteger(given);
    case 'Float': return typeof given === 'number';
    case 'Boolean': return typeof given === 'boolean';
    case 'String': case 'ID': return typeof given === 'string';
    default: return true;
  }
}

function typeResolver(value, _, info, abstractType) {
  const name = value?.__typename;
  if (info.schema.getPossibleTypes(abstractType).some((t) => t.name === name)) return name;
  throw new Error(`"${abstractType}" cannot be told.`);
}

// ── Texts ──

/** Half a surrogate pair, which the reference implementation may quote, is nothing that UTF-8 could send. */
function textOf(error) {
  return `at ${(error.locations ?? []).map((l) => `${l.line}:${l.column}`).join(' ')}: ${error.message.toWellFormed()}`;
}

/** A syntax tree as Host/SyntaxText.cs writes it. */
function treeOf(node) {
  const parts = [`(${node.kind} ${node.loc.start}-${node.loc.end}`];
  for (const key of Object.keys(node).sort()) {
    const value = node[key];
    if (key === 'kind' || key === 'loc' || value === undefined || value === false || (Array.isArray(value) && value.length === 0)) continue;
    parts.push(` ${key}:${valueText(value)}`);
  }
  return parts.join('') + ')';
}

function valueText(value) {
  if (Array.isArray(value)) return `[${value.map(treeOf).join('')}]`;
  if (typeof value === 'string') return `${value.length}"${value}"`;
  return typeof value === 'object' ? treeOf(value) : String(value);
}

/** The rule, noting its name on every error it reports. What contexts count or remember stays with the one context of all rules. */
function named(rule) {
  return (context) => rule(Object.assign(Object.create(context), {
    reportError: (error) => context.reportError(Object.assign(error, { rule: rule.name })),
    getFragment: (name) => context.getFragment(name),
    spendFragmentWork: (cost) => context.spendFragmentWork(cost),
  }));
}
