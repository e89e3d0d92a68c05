// The cases kept by hand (cases/*.graphql; how to write one stands in README.md).
import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { schemas } from './schemas.js';

const folder = new URL('./cases/', import.meta.url);

export const introspectionQuery = getIntrospectionQuery({
  specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true, typeDepth: 12,
});

/** How a document is executed: in payloads where it may defer or stream. */
const execution = (document) => (/\b(defer|stream)\b/.test(document) ? 'incremental' : 'execute');

/** What is asked about a document, given a schema that is sound. */
export const documentJob = (job) => ({ want: ['parse', 'validate', 'variables', execution(job.document)], ...job });

/** What is asked about SDL: the text itself, and the schema that it makes. */
export const sdlJobs = (sdl) => [
  { want: ['parse'], entry: 'schema', document: sdl },
  { want: ['schema', 'introspection'], sdl, document: introspectionQuery },
];

export function readCases() {
  return readdirSync(folder).sort().flatMap((file) => {
    const [preamble, ...sections] = readFileSync(new URL(file, folder), 'utf8').split(/^### /m);
    const defaults = headers(preamble.split('\n')).headers;
    return sections.map((section) => {
      const [title, ...lines] = section.split('\n');
      return toCase(file, title, defaults, lines);
    });
  });
}

function headers(lines) {
  const found = {};
  let i = 0;
  for (let match; (match = /^# (spec|rule|refused|departs|schema|sdl|entry|text|variables|data|operation|times): (.*)$/.exec(lines[i])); i++) found[match[1]] = match[2];
  return { headers: found, rest: lines.slice(i) };
}

function toCase(file, title, defaults, lines) {
  const { headers: own, rest } = headers(lines);
  const given = { ...defaults, ...own };
  const json = (key) => given[key] && JSON.parse(repeated(given[key], Number(given.times)));
  const text = json('text') ?? repeated(rest.join('\n').trim(), Number(given.times));
  const job = {
    sdl: schemas.get(given.schema), document: text, entry: given.entry, operationName: given.operation,
    variables: json('variables'), data: json('data') ?? {},
  };
  const words = (value) => value?.split(' ') ?? [];
  return {
    title: `${file}: ${title}`,
    sections: words(given.spec), rules: words(given.rule), refused: given.refused, departs: given.departs,
    jobs: given.sdl ? sdlJobs(text) : given.entry ? [{ ...job, want: ['parse'] }] : [documentJob(job)],
  };
}

/** What stands between « and » again and again; `%i` in it is the number of the time, `%j` the next. */
const repeated = (text, times) => text.replace(/«(.*?)»/gs, (_, part) =>
  Array.from({ length: times }, (_, i) => part.replaceAll('%i', i).replaceAll('%j', i + 1)).join(''));

/** What a case says of itself and does not do; undefined when it keeps its word. */
export function brokenPromise(testCase, answers) {
  const { parse, schema, validate, variables, execute, incremental } = Object.assign({}, ...answers);
  const refused = parse?.error ? 'parse' : schema?.refusedBy ?? (validate?.length > 0 ? 'validate' : variables === null ? 'variables' : (execute ?? incremental?.[0])?.errors?.length > 0 ? 'execute' : undefined);
  const expected = testCase.refused ?? (testCase.rules.length === 0 ? undefined : schema ? 'rules' : 'validate');
  if (testCase.departs) return undefined;
  if (refused !== expected) return `it is ${refused ? `refused by ${refused}` : 'accepted'}, not ${expected ? `refused by ${expected}` : 'accepted'}`;
  const errors = validate ?? schema?.errors ?? [];
  const silent = testCase.rules.find((rule) => !errors.some((e) => e.startsWith(`${rule} `)));
  return silent && `${silent} finds nothing`;
}
