// What of two answers is held against each other, and which differences are known.
import { readFileSync } from 'node:fs';
import { delivered } from './payloads.js';

/**
 * Known departures: an entry that only one side has is explained by a departure for its aspect whose pattern (`ours`, `theirs`) it matches.
 * It holds only where each of its patterns finds an entry, or matches the empty text. That a side accepts needs no pattern.
 */
export const departures = JSON.parse(readFileSync(new URL('./departures.json', import.meta.url)))
  .map((d) => ({ ...d, ours: pattern(d.ours), theirs: pattern(d.theirs) }));

const steps = ['parse', 'rules', 'build', 'schema', undefined];

/**
 * What an answer says, entry by entry, beside the other side's answer.
 * In the order of a request; after an aspect in which only one side goes on, the later ones have nothing to compare.
 */
const aspects = {
  schema: ({ refusedBy, errors, printed }, other) => {
    // graphql-js looks at some applied directives when it builds, and at others when it first needs them.
    if (refusedBy && other?.refusedBy && JSON.stringify(errors) === JSON.stringify(other.errors)) return ['refused', ...errors];
    if (steps.indexOf(refusedBy) > steps.indexOf(other?.refusedBy)) return ['accepted'];
    return refusedBy ? [`refused by ${refusedBy}`, ...errors] : ['accepted', printed];
  },
  introspection: (text) => introspected(text),
  parse: ({ error, tree, printed, reprints }) => (error ? [`refused ${error}`] : ['accepted', tree, `prints\n${printed}`, `prints the same again: ${reprints}`]),
  validate: (errors) => (errors.length > 0 ? errors : ['accepted']),
  // Why variables are refused is among the errors of execution.
  variables: (values, other) => (values === null || other === null ? [] : [values]),
  execute: ({ data, errors }) => [`data ${data}`, ...errors],
  // A selection that is reached both deferred and at once is listed twice by graphql-js, once by us.
  incremental: (payloads) => delivered(payloads)?.map?.((entry) => entry.replace(/ at ([\d:]+)(?: \1)+:/gu, ' at $1:')),
};

/**
 * @returns the aspects that were compared, and the first differences that no departure explains
 * @param used departures, each added when it explains something
 */
export function compare(ours, theirs, used = new Set()) {
  const compared = [];
  if (ours.fault) return { compared, difference: { aspect: 'fault', ours: [ours.fault], theirs: [] } };
  for (const [aspect, entriesOf] of Object.entries(aspects)) {
    if (!(aspect in ours) && !(aspect in theirs)) continue;
    compared.push(aspect);
    const entries = (one, other) => (one === undefined ? ['not answered'] : entriesOf(one, other));
    const [left, right] = [entries(ours[aspect], theirs[aspect]), entries(theirs[aspect], ours[aspect])];
    if (left.length === right.length && left.every((entry, i) => entry === right[i])) continue;
    const difference = { aspect, ...onlyIn(left, right) };
    if (!explained(difference, used)) return { compared, difference };
    if (left[0] === 'accepted' || right[0] === 'accepted') break;
  }
  return { compared };
}

function pattern(source) {
  return source === undefined ? undefined : new RegExp(source, 'su');
}

function onlyIn(left, right) {
  const rest = [...right];
  const ours = left.filter((entry) => {
    const at = rest.indexOf(entry);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  // A refused document has no tree to show.
  const bare = (entries) => (entries[0] === 'accepted' && left[0] !== right[0] ? ['accepted'] : entries);
  if (ours.length + rest.length === 0) return { ours: left, theirs: right };
  return { ours: bare(ours), theirs: bare(rest) };
}

function explained({ aspect, ours, theirs }, used) {
  const fitting = departures.filter((d) =>
    d.aspects.includes(aspect) && [...ours, ''].some((e) => !d.ours || d.ours.test(e)) && [...theirs, ''].some((e) => !d.theirs || d.theirs.test(e)));
  const all = ours.every((e) => e === 'accepted' || fitting.some((d) => d.ours?.test(e)))
    && theirs.every((e) => e === 'accepted' || fitting.some((d) => d.theirs?.test(e)));
  if (all) fitting.forEach((d) => used.add(d));
  return all;
}

/** An introspection result without what the two sides need not share: descriptions of the specification's own definitions. */
function introspected(text) {
  if (!text) return ['none'];
  const { data, errors } = JSON.parse(text);
  if (errors) return [JSON.stringify(errors)];
  const { types, directives, ...rest } = data.__schema;
  const own = types.filter((t) => !t.name.startsWith('__'));
  const standard = new Set(['Int', 'Float', 'String', 'Boolean', 'ID', 'skip', 'include', 'deprecated', 'specifiedBy', 'oneOf']);
  const bare = (d) => (standard.has(d.name) ? { ...d, description: null, args: d.args?.map((a) => ({ ...a, description: null })), locations: d.locations?.filter((l) => l !== 'DIRECTIVE_DEFINITION') } : d);
  return [JSON.stringify(rest), ...own.map((t) => JSON.stringify(bare(t))), ...directives.map((d) => JSON.stringify(bare(d)))];
}
