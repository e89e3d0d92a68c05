// Type systems at random: every kind of definition and extension, most of them sound.
import { anyText } from './values.js';

export function generateSdl(rng) {
  return new SdlGenerator(rng).text();
}

/** Names that edits of such texts may put in place of others. */
export const sdlNames = ['T0', 'T1', 'I0', 'I1', 'U0', 'E0', 'In0', 'In1', 'S0', 'Int', 'String', 'Boolean', 'ID', 'Query', 'Mutation', 'id', 'f0', 'f1', 'a', 'deprecated', 'd0', 'oneOf', 'reason', '__x', 'V0', 'if'];

const builtIn = ['Int', 'Float', 'String', 'Boolean', 'ID'];

class SdlGenerator {
  constructor(rng) {
    this.rng = rng;
    const names = (letter, most) => Array.from({ length: rng.between(1, most) }, (_, i) => `${letter}${i}`);
    this.objects = names('T', 5);
    this.interfaces = rng.chance(0.8) ? names('I', 3) : [];
    this.unions = rng.chance(0.6) ? names('U', 2) : [];
    this.enums = names('E', 2);
    this.inputs = names('In', 3);
    this.scalars = rng.chance(0.5) ? names('S', 2) : [];
    this.directives = rng.chance(0.6) ? names('d', 2) : [];
    this.outputs = [...builtIn, ...this.objects, ...this.interfaces, ...this.unions, ...this.enums, ...this.scalars];
    /** Name to the fields it must have, each as text. */
    this.fieldsOf = new Map();
    this.parentsOf = new Map();
  }

  text() {
    const { rng } = this;
    this.interfaces.forEach((name, i) => this.#decideFields(name, this.interfaces.slice(0, i)));
    const roots = ['Query', ...(rng.chance(0.4) ? ['Mutation'] : []), ...(rng.chance(0.3) ? ['Subscription'] : [])];
    for (const name of [...roots, ...this.objects]) this.#decideFields(name, this.interfaces);
    const definitions = [
      ...this.directives.map((name) => this.#directive(name)),
      ...[...roots, ...this.objects].map((name) => this.#fielded('type', name)),
      ...this.interfaces.map((name) => this.#fielded('interface', name)),
      ...this.unions.map((name) => `${this.#described()}union ${name}${this.#tags('UNION')} = ${rng.chance(0.2) ? '| ' : ''}${this.#someOf(this.objects).join(' | ')}`),
      ...this.enums.map((name) => this.#enum(name)),
      ...this.inputs.map((name, i) => this.#input(name, this.inputs.slice(0, i))),
      ...this.scalars.map((name) => `${this.#described()}scalar ${name}${rng.chance(0.3) ? ' @specifiedBy(url: "https://example.com")' : ''}${this.#tags('SCALAR')}`),
      ...(rng.chance(0.3) ? [`${this.#described()}schema${this.#tags('SCHEMA')} { ${roots.map((r) => `${r.toLowerCase()}: ${r}`).join(' ')} }`] : []),
      ...(rng.chance(0.3) ? [this.#extension()] : []),
    ];
    if (rng.chance(0.5)) definitions.sort(() => (rng.chance(0.5) ? 1 : -1));
    return definitions.join(rng.pick(['\n', '\n\n', ' ', '\r\n']));
  }

  #someOf(list) {
    const some = this.rng.some(list, 0.5);
    return some.length > 0 ? some : [list[0]];
  }

  #decideFields(name, candidates) {
    const { rng } = this;
    const parents = new Set();
    for (const parent of rng.some(candidates, 0.35)) for (const p of [parent, ...this.parentsOf.get(parent)]) parents.add(p);
    this.parentsOf.set(name, [...parents]);
    const fields = new Map();
    // The last parent's form of a field is the narrowest only by luck: such schemas are refused, and so compared too.
    for (const parent of parents) for (const [field, text] of this.fieldsOf.get(parent)) fields.set(field, text);
    for (let n = rng.between(1, 4); n > 0; n--) {
      const field = `${name.toLowerCase()}_${n}`;
      fields.set(field, `${field}${this.#arguments()}: ${this.#wrapped(rng.pick(this.outputs))}`);
    }
    this.fieldsOf.set(name, fields);
  }

  #fielded(keyword, name) {
    const { rng } = this;
    const parents = this.parentsOf.get(name);
    const fields = [...this.fieldsOf.get(name).values()].map((f) => `${this.#described()}${f}${this.#deprecated(0.08)}${this.#tags('FIELD_DEFINITION')}`);
    const body = `${parents.length > 0 ? ` implements ${parents.join(' & ')}` : ''}${this.#tags(keyword === 'type' ? 'OBJECT' : 'INTERFACE')}`;
    if (fields.length < 2 || rng.chance(0.8)) return `${this.#described()}${keyword} ${name}${body} { ${fields.join('\n ')} }`;
    return `${this.#described()}${keyword} ${name}${body} { ${fields[0]} }\nextend ${keyword} ${name} { ${fields.slice(1).join(' ')} }`;
  }

  #enum(name) {
    const values = Array.from({ length: this.rng.between(1, 4) }, (_, i) => `${this.#described()}V${i}${this.#deprecated(0.15)}${this.#tags('ENUM_VALUE')}`);
    return `${this.#described()}enum ${name}${this.#tags('ENUM')} { ${values.join(' ')} }`;
  }

  #input(name, earlier) {
    const { rng } = this;
    const isOneOf = rng.chance(0.25);
    const fields = Array.from({ length: rng.between(1, 4) }, (_, i) => {
      const type = rng.pick([...builtIn, ...this.enums, ...this.scalars, ...earlier, name]);
      if (isOneOf) return `f${i}: ${type === name ? `[${name}]` : type}`;
      return `${this.#described()}f${i}: ${this.#inputType(type, type === name)}${this.#deprecated(0.05)}${this.#tags('INPUT_FIELD_DEFINITION')}`;
    });
    return `${this.#described()}input ${name}${isOneOf ? ' @oneOf' : ''}${this.#tags('INPUT_OBJECT')} { ${fields.join(', ')} }`;
  }

  /** A type with, at times, a default of it. */
  #inputType(type, isRecursive = false) {
    const { rng } = this;
    const defaults = { Int: '1', Float: '-1.50e3', String: '"""block\n  "quoted" """', Boolean: 'true', ID: '"x"' };
    const value = defaults[type] ?? (type.startsWith('E') ? 'V0' : type.startsWith('S') ? '{ a: [1, "b", C] }' : rng.chance(0.5) ? '{}' : undefined);
    switch (isRecursive ? rng.below(2) : rng.below(7)) {
      case 0: return type;
      case 1: return `[${type}!]`;
      case 2: return `${type}!`;
      case 3: return value ? `${type}! = ${value}` : type;
      case 4: return value ? `[${type}!] = [${value}, ${value}]` : `[${type}]`;
      case 5: return value ? `[${type}] = ${rng.pick([value, 'null', '[null]'])}` : `[${type}]!`;
      default: return value ? `${type} = ${value}` : type;
    }
  }

  #arguments() {
    const { rng } = this;
    if (rng.chance(0.6)) return '';
    const given = Array.from({ length: rng.between(1, 3) }, (_, i) =>
      `${this.#described()}${'abc'[i]}: ${this.#inputType(rng.pick([...builtIn, ...this.enums, ...this.inputs, ...this.scalars]))}${this.#deprecated(0.05)}${this.#tags('ARGUMENT_DEFINITION')}`);
    return `(${given.join(', ')})`;
  }

  #wrapped(type) {
    return this.rng.pick(['X', 'X', 'X', 'X!', '[X]', '[X!]', '[X!]!', '[[X]!]']).replace('X', type);
  }

  #directive(name) {
    const { rng } = this;
    const locations = rng.some(['SCHEMA', 'SCALAR', 'OBJECT', 'FIELD_DEFINITION', 'ARGUMENT_DEFINITION', 'INTERFACE', 'UNION', 'ENUM', 'ENUM_VALUE', 'INPUT_OBJECT', 'INPUT_FIELD_DEFINITION', 'QUERY', 'FIELD'], 0.5);
    this.locations ??= new Map();
    this.locations.set(name, locations);
    return `${this.#described()}directive @${name}${rng.chance(0.4) ? '(x: Int = 1, "Why." y: [String!])' : ''}${rng.chance(0.3) ? ' repeatable' : ''} on ${['VARIABLE_DEFINITION', ...locations].join(' | ')}`;
  }

  #tags(location) {
    const name = this.rng.pick(this.directives);
    return name && this.rng.chance(0.08) && this.locations?.get(name)?.includes(location) ? ` @${name}` : '';
  }

  #deprecated(probability) {
    return this.rng.chance(probability) ? this.rng.pick([' @deprecated', ' @deprecated(reason: "Because.")', ' @deprecated(reason: """\n  a\n  block\n""")']) : '';
  }

  #extension() {
    const { rng } = this;
    return rng.pick([
      `extend type ${rng.pick(this.objects)} { more: Int }`,
      `extend enum ${rng.pick(this.enums)} { MORE }`,
      `extend input ${rng.pick(this.inputs)} { more: Int }`,
      `extend interface ${rng.pick(['I0', 'I1'])} { more: Int }`,
      `extend union ${rng.pick(['U0', 'T0'])} = T0`,
      `extend scalar ${rng.pick(['S0', 'S1'])} @specifiedBy(url: "x")`,
      `extend schema { mutation: ${rng.pick(this.objects)} }`,
      `extend type T0 implements ${rng.pick(['I0', 'I1'])}`,
    ]);
  }

  #described() {
    if (!this.rng.chance(0.08)) return '';
    const text = anyText(this.rng);
    return this.rng.chance(0.5) ? `${JSON.stringify(text)} ` : `"""${text.replaceAll('"', "'").replaceAll('\\', '/').replaceAll('\u0000', '')}"""\n`;
  }
}
