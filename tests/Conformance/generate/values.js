// Input values of a type: literals, with variables in them, and JSON for variables.
import { GraphQLNonNull, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';
import * as syntax from './syntax.js';

const texts = [
  '', 'a', 'plain text', '苫小牧市の総合戦略', '😀👩‍👩‍👧', 'line\nbreak\r\n', '"quotes" \\ and / slashes', '\u0000\u0007\u001f\u007f', '\u2028\u2029', '\ufeff',
  'e\u0301', '\u{10ffff}', '"""', "  indented\n    more\n  back", '\ttab', '#no comment', '${x}', '\\u0041', '\n\n  \n', 'ends with "', 'ends with \\', '\u0085\u00a0',
];
const ints = [0, 1, -1, 7, 42, 2147483647, -2147483648, 1000000];
const floats = ['0.0', '-0.0', '1.5', '-2.25', '1e3', '1E-7', '1.0e+21', '123456789.125', '0.1', '5e-324', '1.7976931348623157e308', '3.0'];
const numbers = [0, 1.5, -2.25, 1e21, 1e-7, 0.1, 123456789.125, 5e-324, 1e100, 3, -0.5];

export const anyText = (rng) => rng.pick(texts);

/** Makes literals; where `use` is given, variables of a fitting type may stand in their place. */
export class Values {
  /** @param use (type, hasDefault) => name of a variable for that place */
  constructor(rng, use) {
    Object.assign(this, { rng, use });
  }

  literal(type, depth = 0, { hasDefault = false, oneOf = false } = {}) {
    const { rng } = this;
    if (this.use && rng.chance(0.25)) return syntax.variable(this.use(oneOf ? new GraphQLNonNull(type) : type, hasDefault));
    if (isNonNullType(type)) return this.#present(type.ofType, depth);
    return !oneOf && rng.chance(0.08) ? syntax.nil() : this.#present(type, depth);
  }

  #present(type, depth) {
    const { rng } = this;
    if (isListType(type)) {
      if (rng.chance(0.15) && !isNonNullType(type.ofType)) return this.#present(type.ofType, depth + 1);
      return syntax.list(Array.from({ length: depth > 3 ? 0 : rng.below(4) }, () => this.literal(type.ofType, depth + 1)));
    }
    if (isEnumType(type)) return syntax.enumValue(rng.pick(type.getValues()).name);
    if (isInputObjectType(type)) return this.#object(type, depth);
    switch (type.name) {
      case 'Int': return syntax.int(rng.pick(ints));
      case 'Float': return rng.chance(0.3) ? syntax.int(rng.pick(ints)) : syntax.float(rng.pick(floats));
      case 'String': return this.text();
      case 'Boolean': return syntax.boolean(rng.chance(0.5));
      case 'ID': return rng.chance(0.3) ? syntax.int(rng.pick(ints)) : this.text();
      default: return this.#any(depth);
    }
  }

  text() {
    return syntax.text(anyText(this.rng), this.rng.chance(0.3));
  }

  #object(type, depth) {
    const { rng } = this;
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const shallow = fields.filter((f) => depth < 3 || !isInputObjectType(f.type));
      const field = rng.pick(shallow);
      return syntax.object([[field.name, this.literal(field.type, depth + 1, { oneOf: true })]]);
    }
    const given = fields.filter((f) => isRequiredInputField(f) || rng.chance(depth > 2 ? 0.05 : 0.35));
    if (rng.chance(0.3)) given.reverse();
    return syntax.object(given.map((f) => [f.name, this.literal(f.type, depth + 1, { hasDefault: f.default !== undefined })]));
  }

  #any(depth) {
    const { rng } = this;
    switch (rng.below(depth > 3 ? 6 : 8)) {
      case 0: return syntax.int(rng.pick(ints));
      case 1: return syntax.float(rng.pick(floats));
      case 2: return this.text();
      case 3: return syntax.boolean(true);
      case 4: return syntax.enumValue('NAME');
      case 5: return this.text();
      case 6: return syntax.list([this.#any(depth + 1), this.#any(depth + 1)]);
      default: return syntax.object([['a', this.#any(depth + 1)], ['b', this.#any(depth + 1)]]);
    }
  }

  /** JSON of a type, for a variable; at times something that is not of the type. */
  json(type, wrong = 0, depth = 0) {
    const { rng } = this;
    if (rng.chance(wrong)) return rng.pick([null, '', 'x', 1.5, -1, 2 ** 31, 1e308, true, [], [null], {}, { a: 1 }, { n: null }, [[1]], '9007199254740993']);
    if (isNonNullType(type)) return this.#presentJson(type.ofType, wrong, depth);
    return rng.chance(0.1) ? null : this.#presentJson(type, wrong, depth);
  }

  #presentJson(type, wrong, depth) {
    const { rng } = this;
    if (isListType(type)) {
      if (rng.chance(0.15)) return this.#presentJson(isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType, wrong, depth + 1);
      return Array.from({ length: depth > 3 ? 0 : rng.below(4) }, () => this.json(type.ofType, wrong, depth + 1));
    }
    if (isEnumType(type)) return rng.pick(type.getValues()).name;
    if (isInputObjectType(type)) return this.#objectJson(type, wrong, depth);
    switch (type.name) {
      case 'Int': return rng.pick(ints);
      case 'Float': return rng.pick(numbers);
      case 'String': return anyText(rng);
      case 'Boolean': return rng.chance(0.5);
      case 'ID': return rng.chance(0.3) ? rng.pick(ints) : anyText(rng);
      default: return rng.pick([1, 'x', true, [1, [2]], { a: { b: [] } }, 1.5, [], {}]);
    }
  }

  #objectJson(type, wrong, depth) {
    const { rng } = this;
    const fields = Object.values(type.getFields());
    const extra = rng.chance(wrong) ? { unknown: 1 } : {};
    if (type.isOneOf) {
      const field = rng.pick(fields.filter((f) => depth < 3 || !isInputObjectType(f.type)));
      return { [field.name]: rng.chance(wrong) ? null : this.#presentJson(field.type, wrong, depth + 1), ...extra };
    }
    const given = fields.filter((f) => (isRequiredInputField(f) ? !rng.chance(wrong) : rng.chance(depth > 2 ? 0.05 : 0.35)));
    return { ...Object.fromEntries(given.map((f) => [f.name, this.json(f.type, wrong, depth + 1)])), ...extra };
  }
}
