// That the cases leave nothing out: every rule, every message of schema validation, every section of the specification, every departure.
import { readFileSync } from 'node:fs';
import { specifiedRules } from 'graphql';
import { specifiedSDLRules } from 'graphql/validation/specifiedRules.js';
import { departures } from './compare.js';

const sections = JSON.parse(readFileSync(new URL('./sections.json', import.meta.url)));

/** Messages of validateSchema that no SDL provokes: it has no types but those of types' definitions, and parsers want locations. */
const notBySdl = [/^Expected /, /Did you mean: /, /must include 1 or more locations/, /must only implement Interface types/];

/** @returns what is missing, one line each */
export function missing(cases, errorsOfCases, usedDepartures) {
  const said = new Set(cases.flatMap((c) => c.sections));
  const rules = new Set(cases.flatMap((c) => c.rules));
  return [
    ...[...specifiedRules, ...specifiedSDLRules].filter((r) => !rules.has(r.name)).map((r) => `no case for the rule ${r.name}`),
    ...schemaMessages().filter((m) => !errorsOfCases.some((e) => m.test(e))).map((m) => `no case for the schema error ${m.source}`),
    // A section that only holds others is covered by them.
    ...Object.entries(sections).filter(([number, { elsewhere }]) => !elsewhere && ![...said].some((s) => s === number || s.startsWith(`${number}.`)))
      .map(([number, { title }]) => `no case for section ${number} ${title}`),
    ...[...said].filter((number) => !(number in sections)).map((number) => `a case names section ${number}, which there is not`),
    ...departures.filter((d) => !usedDepartures.has(d)).map((d) => `no case for the departure "${d.id}"`),
  ];
}

/** Every message that the oracle's schema validation can report, read out of its source, as patterns. */
function schemaMessages() {
  const source = readFileSync(new URL('./node_modules/graphql/type/validate.js', import.meta.url), 'utf8');
  const texts = [...source.matchAll(/[`']((?:Query root|All root|Expected|Directive|The type of|Required|\$\{inputValue\}|Name|Type|Interface|Argument|Union|Enum|Input Object|OneOf|Invalid|\$\{operationTypeStr\})[^`']*)[`']/g)].map((m) => m[1]);
  return [...new Set(texts)]
    .map((text) => new RegExp(text.split(/\$\{[^}]*(?:\}|$)/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'), 's'))
    .filter((pattern) => !notBySdl.some((n) => n.test(pattern.source.replaceAll('\\', ''))));
}
