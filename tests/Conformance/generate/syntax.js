// Syntax nodes, as graphql-js has them, without locations.
import { Kind } from 'graphql';

export const name = (value) => ({ kind: Kind.NAME, value });
export const variable = (n) => ({ kind: Kind.VARIABLE, name: name(n) });
export const int = (value) => ({ kind: Kind.INT, value: String(value) });
export const float = (value) => ({ kind: Kind.FLOAT, value });
export const text = (value, block = false) => ({ kind: Kind.STRING, value, block });
export const boolean = (value) => ({ kind: Kind.BOOLEAN, value });
export const nil = () => ({ kind: Kind.NULL });
export const enumValue = (value) => ({ kind: Kind.ENUM, value });
export const list = (values) => ({ kind: Kind.LIST, values });
export const object = (fields) => ({ kind: Kind.OBJECT, fields: fields.map(([n, value]) => ({ kind: Kind.OBJECT_FIELD, name: name(n), value })) });
export const named = (n) => ({ kind: Kind.NAMED_TYPE, name: name(n) });
export const args = (entries) => entries.map(([n, value]) => ({ kind: Kind.ARGUMENT, name: name(n), value }));
export const directive = (n, given = []) => ({ kind: Kind.DIRECTIVE, name: name(n), arguments: args(given) });
export const set = (selections) => ({ kind: Kind.SELECTION_SET, selections });

/** Every node below this one, with where it hangs: in a list of its parent's, at this index. */
export function* places(node) {
  for (const key of Object.keys(node)) {
    const child = node[key];
    if (Array.isArray(child)) {
      for (let index = 0; index < child.length; index++) {
        yield { node: child[index], parent: node, list: child, index };
        yield* places(child[index]);
      }
    } else if (key !== 'loc' && child !== null && typeof child === 'object') {
      yield { node: child, parent: node, key };
      yield* places(child);
    }
  }
}
