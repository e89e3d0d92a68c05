// Asks the engine and the reference implementation the same, and reports where they differ. README.md says how to use it.
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { brokenPromise, readCases, sdlJobs } from './cases.js';
import { compare, departures } from './compare.js';
import { missing } from './coverage.js';
import { jobsOf } from './generate/rounds.js';
import { Host, build } from './host.js';
import { clientProblems } from './introspection.js';
import * as oracle from './oracle.js';
import { schemas } from './schemas.js';
import { shrink } from './shrink.js';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' }, documents: { type: 'string', default: '100000' }, round: { type: 'string' },
    seconds: { type: 'string', default: '86400' }, 'most-failures': { type: 'string', default: '5' },
  },
});
const seed = options.seed === 'random' ? String(Date.now() % 1e9) : options.seed;
const atOnce = 64;

build();
const host = new Host();
const counts = { documents: 0, accepted: 0, cases: 0, aspects: new Map() };
const used = new Set();
const failures = new Map();

const started = Date.now();
if (options.round === undefined) {
  for (const [name, sdl] of schemas) for (const job of sdlJobs(sdl)) await check(job, `the schema "${name}"`);
  await checkCases();
  await checkGenerated();
} else {
  for (const job of jobsOf(seed, Number(options.round))) await check(job, `round ${options.round}`);
}
host.close();
report();

async function checkCases() {
  const cases = readCases();
  const errors = [];
  for (const testCase of cases) {
    const answers = [];
    const usedHere = new Set();
    for (const job of testCase.jobs) answers.push(await check(job, testCase.title, usedHere));
    errors.push(...answers.flatMap((a) => a?.schema?.errors ?? []));
    const broken = brokenPromise(testCase, answers);
    if (broken) fail(testCase.title, broken);
    if (testCase.departs && ![...usedHere].some((d) => d.id === testCase.departs)) fail(testCase.title, `it does not show the departure "${testCase.departs}"`);
    usedHere.forEach((d) => used.add(d));
  }
  const gaps = missing(cases, errors, used);
  if (gaps.length > 0) fail('the cases leave gaps', `\n  ${gaps.join('\n  ')}`);
  counts.cases = cases.length;
}

/** The host works on some jobs while the oracle answers the same here. */
async function checkGenerated() {
  const running = [];
  for (let round = 0; counts.documents < Number(options.documents) && failures.size < Number(options['most-failures']); round++) {
    if (Date.now() - started > Number(options.seconds) * 1000) break;
    for (const job of jobsOf(seed, round)) {
      if (job.document && !job.want.includes('schema')) counts.documents++;
      running.push(check(job, `--seed ${seed} --round ${round}`));
    }
    await setImmediate();
    while (running.length > atOnce) await running.shift();
  }
  await Promise.all(running);
}

/** @returns the oracle's answer */
async function check(job, where, usedHere = used) {
  const { difference, compared, theirs } = await differences(job, usedHere);
  for (const aspect of compared) counts.aspects.set(aspect, (counts.aspects.get(aspect) ?? 0) + 1);
  if (theirs.validate?.length === 0) counts.accepted++;
  if (!difference) return theirs;
  const key = likeness(difference);
  if (failures.has(key) || failures.size >= Number(options['most-failures'])) return theirs;
  failures.set(key, '');
  const smaller = !where.startsWith('--') ? job : await shrink(job, async (j) => likeness((await differences(j)).difference) === key);
  failures.set(key, describe(where, smaller, (await differences(smaller)).difference));
  return theirs;
}

async function differences(job, usedHere) {
  const asked = host.ask(job);
  const theirs = await oracle.answer(job);
  const ours = await asked;
  const result = compare(ours, theirs, usedHere);
  if (result.difference || !ours.introspection || !theirs.introspection) return { ...result, theirs };
  result.compared.push('client schema');
  const problems = clientProblems(ours.introspection, theirs.introspection);
  return { ...result, theirs, difference: problems.length > 0 ? { aspect: 'client schema', ours: problems, theirs: [] } : undefined };
}

/** What differences of one cause have in common: the aspect, and how their first entries begin. */
function likeness(difference) {
  const start = ([entry = '']) => entry.replace(/at [\d: ]*:/, 'at').slice(0, 40).replace(/[\d"$].*/s, '');
  return difference && `${difference.aspect} ${start(difference.ours)} / ${start(difference.theirs)}`;
}

function fail(where, what) {
  failures.set(`${where} ${what}`, `${where}: ${what}`);
}

function describe(where, job, { aspect, ours, theirs }) {
  const schema = [...schemas].find(([, sdl]) => sdl === job.sdl)?.[0];
  const cut = (text) => (text.length > 800 ? `${text.slice(0, 800)}…` : text);
  const show = (label, entries) => entries.slice(0, 5).map((e) => `  ${label} ${cut(e)}`);
  return [
    `${where}: they differ in ${aspect}`,
    ...(job.want.includes('schema') ? [schema ? '' : cut(job.sdl)] : [schema ? `schema: ${schema}` : `sdl: ${cut(job.sdl ?? '')}`, cut(JSON.stringify(job.document)), cut(job.document)]),
    ...(['execute', 'incremental', 'variables'].includes(aspect) ? [`variables: ${cut(JSON.stringify(job.variables ?? {}))}`, `data: ${cut(JSON.stringify(job.data ?? {}))}`] : []),
    ...show('ours:  ', ours), ...show('theirs:', theirs),
  ].join('\n');
}

function report() {
  for (const failure of failures.values()) console.log(`\n${failure}`);
  const number = (n) => n.toLocaleString('en');
  console.log(`\n${number(counts.documents)} documents of seed ${seed} (${number(counts.accepted)} valid), ${counts.cases} cases, ${schemas.size} schemas in ${Math.round((Date.now() - started) / 1000)} s`);
  console.log(`compared: ${[...counts.aspects].map(([aspect, n]) => `${aspect} ${number(n)}`).join(', ')}`);
  console.log(`departures: ${used.size} of ${departures.length} used; failures: ${failures.size}`);
  process.exitCode = failures.size > 0 ? 1 : 0;
}
