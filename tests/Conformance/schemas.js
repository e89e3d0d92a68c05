// The schemas that documents are made for: by name, as SDL.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./schemas/', import.meta.url);
const ours = new URL('../../schema/', import.meta.url);

const read = (files, from) => files.filter((f) => f.endsWith('.graphql')).sort().map((f) => readFileSync(new URL(f, from), 'utf8')).join('\n');

export const schemas = new Map([
  ['ours', read(readdirSync(ours), ours)],
  ...readdirSync(folder).sort().map((file) => [file.replace('.graphql', ''), read([file], folder)]),
  ['large', large()],
]);

/** Some hundreds of types with twenty fields each, all of which lead to each other. */
function large() {
  const types = Array.from({ length: 200 }, (_, t) => t);
  const fields = (t) => Array.from({ length: 20 }, (_, f) => {
    const to = (t * 7 + f * 13) % 200;
    return [
      `f${f}: Int`, `f${f}(in: In${to}): T${to}`, `f${f}(first: Int = ${f}): [T${to}!]`, `f${f}: E${to % 50}!`, `f${f}: Any${to % 20}`, `f${f}: Face`,
    ][(t + f) % 6];
  });
  return [
    `type Query implements Face { name: String ${types.map((t) => `t${t}(id: ID): T${t}`).join(' ')} }`,
    'interface Face { name: String }',
    ...types.map((t) => `type T${t} implements Face { name: String ${fields(t).join(' ')} }`),
    ...types.map((t) => `input In${t} { a: Int = ${t}, b: [In${(t + 1) % 200}!], c: E${t % 50} }`),
    ...types.slice(0, 50).map((t) => `enum E${t} { ${types.slice(0, 30).map((v) => `V${t}_${v}`).join(' ')} }`),
    ...types.slice(0, 20).map((t) => `union Any${t} = ${types.slice(t, t + 30).map((m) => `T${m}`).join(' | ')}`),
  ].join('\n');
}
