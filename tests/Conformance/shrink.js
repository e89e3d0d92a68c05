// Makes a failing job smaller for as long as it fails in the same way.
import { parse, print } from 'graphql';
import { places } from './generate/syntax.js';

/** @param fails (job) => whether it still does */
export async function shrink(job, fails, tries = 800) {
  const attempt = async (change) => {
    const smaller = { ...job, ...change };
    return tries-- > 0 && ((await fails(smaller)) ? ((job = smaller), true) : false);
  };
  const key = job.want.includes('schema') ? 'sdl' : 'document';
  await fewerNodes(job[key], (text) => attempt({ [key]: text }));
  await fewerTokens(job[key], (text) => attempt({ [key]: text }));
  for (const json of ['data', 'variables']) {
    for (const path of paths(job[json])) await attempt({ [json]: without(job[json], path) });
  }
  return job;
}

/** Leaves out what stands in lists: definitions, selections, arguments. */
async function fewerNodes(text, attempt) {
  const document = parsed(text);
  if (!document || !(await attempt(print(document)))) return;
  for (let smaller = true; smaller;) {
    smaller = false;
    for (const { list, index, node } of [...places(document)]) {
      if (list?.[index] !== node) continue;
      list.splice(index, 1);
      if (await attempt(print(document))) smaller = true;
      else list.splice(index, 0, node);
    }
  }
}

function parsed(text) {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return undefined;
  }
}

async function fewerTokens(text, attempt) {
  let parts = text.match(/\s+|\w+|"(?:\\.|[^"\\\n])*"|\.\.\.|./gsu) ?? [];
  for (let size = parts.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < parts.length;) {
      const fewer = [...parts.slice(0, at), ...parts.slice(at + size)];
      if (await attempt(fewer.join(''))) parts = fewer;
      else at += size;
    }
  }
}

const paths = (value, path = []) => (value !== null && typeof value === 'object' ? Object.keys(value).flatMap((k) => [[...path, k], ...paths(value[k], [...path, k])]) : []);

function without(value, [key, ...rest]) {
  if (value === null || typeof value !== 'object' || !(key in value)) return value;
  if (Array.isArray(value)) return rest.length === 0 ? value.filter((_, i) => i !== Number(key)) : value.map((v, i) => (i === Number(key) ? without(v, rest) : v));
  const { [key]: below, ...others } = value;
  return rest.length === 0 ? others : { ...value, [key]: without(below, rest) };
}
