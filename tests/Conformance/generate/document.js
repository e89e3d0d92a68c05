// Documents that a schema allows, nearly all of them valid: merging is left to chance, and finds its conflicts there.
import {
  GraphQLNonNull, getNamedType, isAbstractType, isCompositeType, isListType, isNonNullType, isObjectType, isRequiredArgument, parse, parseType, typeFromAST,
} from 'graphql';
import * as syntax from './syntax.js';
import { Values, anyText } from './values.js';

const incremental = new Set(['defer', 'stream']);

export function generateDocument(schema, rng) {
  return new DocumentGenerator(schema, rng).document();
}

class DocumentGenerator {
  #aliases = 0;
  #fields = 0;
  #fragments = [];
  /** Name to type and default, over the whole document; each operation declares those that it uses. */
  #variables = new Map();

  constructor(schema, rng) {
    Object.assign(this, { schema, rng });
    this.values = new Values(rng, (type, hasDefault) => this.#variable(type, hasDefault));
    this.constants = new Values(rng);
    this.composites = Object.values(schema.getTypeMap()).filter((t) => isCompositeType(t) && !t.name.startsWith('__'));
    this.most = rng.pick([1, 2, 4, 6, 10, 25]);
  }

  document() {
    const { rng } = this;
    const count = rng.chance(0.12) ? rng.between(2, 3) : 1;
    const operations = Array.from({ length: count }, (_, i) => this.#operation(count > 1 ? `Op${i}` : rng.chance(0.5) ? rng.pick(['Q', 'query', '_', 'on', 'Operation_1']) : undefined));
    for (const operation of operations) operation.variableDefinitions = this.#definitionsFor(operation);
    const definitions = [...operations, ...this.#fragments];
    if (rng.chance(0.3)) definitions.reverse();
    return { kind: 'Document', definitions };
  }

  #operation(name) {
    const { rng, schema } = this;
    const roots = [['query', schema.getQueryType()], ['mutation', schema.getMutationType()], ['subscription', schema.getSubscriptionType()]].filter(([, type]) => type);
    const [operation, root] = rng.chance(0.6) ? roots[0] : rng.pick(roots);
    this.isSubscription = operation === 'subscription';
    const selectionSet = this.isSubscription
      ? syntax.set([this.#field(root, rng.pick(Object.values(root.getFields())), 0)])
      : this.#selections(root, 0);
    return {
      kind: 'OperationDefinition', operation, selectionSet,
      description: name && rng.chance(0.15) ? this.values.text() : undefined,
      name: name && syntax.name(name),
      directives: this.#directives(operation.toUpperCase()),
    };
  }

  #selections(type, depth) {
    const { rng } = this;
    const fields = type.getFields ? Object.values(type.getFields()) : [];
    const leaves = fields.filter((f) => !isCompositeType(getNamedType(f.type)));
    const selections = [];
    for (let n = rng.between(1, 3); n > 0; n--) {
      const choice = rng.below(20);
      const isFull = this.#fields > this.most || depth > 6;
      if (fields.length === 0 || choice === 0) selections.push(this.#typename());
      else if (isFull) selections.push(leaves.length > 0 ? this.#field(type, rng.pick(leaves), depth) : this.#typename());
      else if (choice === 1 && depth === 0 && type === this.schema.getQueryType() && !this.isSubscription) selections.push(this.#introspection());
      else if (choice <= 3) selections.push(this.#inlineFragment(type, depth));
      else if (choice <= 5) selections.push(this.#spread(type, depth));
      else if (choice <= 7 && selections.length > 0) selections.push(this.#again(rng.pick(selections), type, depth));
      else selections.push(this.#field(type, rng.pick(fields), depth));
    }
    if (type.getFields === undefined && rng.chance(0.8)) selections.push(this.#inlineFragment(type, depth));
    return syntax.set(selections);
  }

  #field(type, definition, depth) {
    const { rng } = this;
    this.#fields++;
    const given = definition.args.filter((a) => isRequiredArgument(a) || rng.chance(0.3));
    const named = getNamedType(definition.type);
    return {
      kind: 'Field',
      // Where arguments or types could differ, another name keeps most documents valid.
      alias: given.length > 0 || rng.chance(0.25) ? syntax.name(`${rng.pick(['a', 'alias_', 'A'])}${this.#aliases++}`) : undefined,
      name: syntax.name(definition.name),
      arguments: syntax.args(given.map((a) => [a.name, this.values.literal(a.type, 0, { hasDefault: a.default !== undefined })])),
      directives: this.#directives('FIELD', isListType(isNonNullType(definition.type) ? definition.type.ofType : definition.type)),
      selectionSet: isCompositeType(named) ? this.#selections(named, depth + 1) : undefined,
    };
  }

  #typename() {
    return { kind: 'Field', name: syntax.name('__typename'), arguments: [], directives: [] };
  }

  /** The same field or fragment once more, with other things in it. */
  #again(selection, type, depth) {
    if (selection.kind !== 'Field') return structuredClone(selection);
    const field = type.getFields()[selection.name.value];
    const again = { ...structuredClone({ ...selection, selectionSet: undefined }), directives: this.#directives('FIELD') };
    return { ...again, selectionSet: selection.selectionSet && field ? this.#selections(getNamedType(field.type), depth + 1) : structuredClone(selection.selectionSet) };
  }

  #inlineFragment(type, depth) {
    const { rng } = this;
    const on = rng.chance(0.8) ? this.#overlapping(type) : undefined;
    return {
      kind: 'InlineFragment', typeCondition: on && syntax.named(on.name), directives: this.#directives('INLINE_FRAGMENT'), selectionSet: this.#selections(on ?? type, depth + 1),
    };
  }

  #spread(type, depth) {
    const { rng } = this;
    const on = this.#overlapping(type);
    let fragment = rng.chance(0.5) && this.#fragments.find((f) => f.typeCondition.name.value === on.name);
    if (!fragment) {
      const selectionSet = this.#selections(on, depth + 1);
      fragment = {
        kind: 'FragmentDefinition', name: syntax.name(`${rng.pick(['F', 'fragment', '_'])}${this.#fragments.length}`), typeCondition: syntax.named(on.name),
        description: rng.chance(0.1) ? this.values.text() : undefined, directives: this.#directives('FRAGMENT_DEFINITION'), selectionSet,
      };
      this.#fragments.push(fragment);
    }
    return { kind: 'FragmentSpread', name: syntax.name(fragment.name.value), directives: this.#directives('FRAGMENT_SPREAD') };
  }

  #overlapping(type) {
    const { rng, schema } = this;
    if (rng.chance(0.3)) return type;
    const possible = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    if (possible.length === 0) return type;
    const one = rng.pick(possible);
    const others = rng.chance(0.5) ? this.composites.filter((t) => isAbstractType(t) && schema.isSubType(t, one)) : [];
    return others.length > 0 ? rng.pick(others) : one;
  }

  #introspection() {
    const { rng } = this;
    const type = rng.pick(this.composites).name;
    const of = '{ kind name ofType { kind name ofType { kind name } } }';
    const text = rng.pick([
      '{ __schema { queryType { name } mutationType { name kind } subscriptionType { __typename name } description } }',
      '{ __schema { types { name kind isOneOf } } }',
      `{ __type(name: "${type}") { kind name description fields(includeDeprecated: true) { name isDeprecated deprecationReason type ${of} args { name defaultValue type ${of} } } interfaces { name } possibleTypes { name } } }`,
      `{ t: __type(name: "${type}") { fields { name args(includeDeprecated: true) { name description isDeprecated deprecationReason } } enumValues { name } inputFields { name } ofType { name } } }`,
      '{ none: __type(name: "NoSuchType") { name } }',
    ]);
    return parsedSelection(text);
  }

  #directives(location, isListField = false) {
    const { rng, schema } = this;
    const directives = [];
    if (/^(FIELD|FRAGMENT_SPREAD|INLINE_FRAGMENT)$/.test(location) && !this.isSubscription) {
      for (const name of rng.some(['skip', 'include'], 0.06)) {
        const condition = rng.chance(0.4) ? syntax.boolean(rng.chance(0.5)) : syntax.variable(this.#variable(new GraphQLNonNull(schema.getType('Boolean')), false));
        directives.push(syntax.directive(name, [['if', condition]]));
      }
    }
    for (const definition of schema.getDirectives()) {
      if (!definition.locations.includes(location) || ['skip', 'include'].includes(definition.name)) continue;
      if (definition.name === 'stream' && !isListField) continue;
      if (incremental.has(definition.name) && (this.isSubscription || this.#fields === 0)) continue;
      for (let n = 0; rng.chance(incremental.has(definition.name) ? 0.2 : 0.05) && n < (definition.isRepeatable ? 3 : 1); n++) directives.push(this.#directive(definition));
    }
    return directives;
  }

  #directive(definition) {
    const values = definition.locations.includes('VARIABLE_DEFINITION') || incremental.has(definition.name) ? this.constants : this.values;
    const given = definition.args.filter((a) => isRequiredArgument(a) || this.rng.chance(0.4));
    return syntax.directive(definition.name, given.map((a) => [
      a.name, a.name === 'label' ? syntax.text(`label${this.#aliases++}`) : values.literal(a.type, 0, { hasDefault: a.default !== undefined }),
    ]));
  }

  /** A variable that may stand where the type is expected: an old one at times, else a new one of that type or a stricter one. */
  #variable(type, hasDefault) {
    const { rng } = this;
    const key = String(type);
    const known = [...this.#variables].filter(([, v]) => v.fits === key && v.hasDefault === hasDefault);
    if (known.length > 0 && rng.chance(0.5)) return rng.pick(known)[0];

    const name = `${rng.pick(['v', 'var_', 'V', 'query'])}${this.#variables.size}`;
    const canLoosen = isNonNullType(type) && rng.chance(0.3);
    const declared = canLoosen ? type.ofType : rng.chance(0.2) && !isNonNullType(type) ? new GraphQLNonNull(type) : type;
    // A nullable variable may stand in a non-null place when either of the two has a default that is not null.
    const mustDefault = canLoosen && !hasDefault;
    const defaultValue = mustDefault || rng.chance(0.25) ? this.constants.literal(new GraphQLNonNull(isNonNullType(declared) ? declared.ofType : declared)) : undefined;
    this.#variables.set(name, { fits: key, hasDefault, type: String(declared), defaultValue });
    return name;
  }

  #definitionsFor(operation) {
    const { rng } = this;
    const used = new Set();
    const spread = new Set();
    const visit = (node) => {
      for (const { node: child } of syntax.places(node)) {
        if (child.kind === 'Variable') used.add(child.name.value);
        if (child.kind !== 'FragmentSpread' || spread.has(child.name.value)) continue;
        spread.add(child.name.value);
        visit(this.#fragments.find((f) => f.name.value === child.name.value));
      }
    };
    visit(operation);
    return [...used].map((name) => {
      const { type, defaultValue } = this.#variables.get(name);
      return {
        kind: 'VariableDefinition', variable: syntax.variable(name), type: parseType(type, { noLocation: true }), defaultValue: structuredClone(defaultValue),
        description: rng.chance(0.08) ? syntax.text(anyText(rng)) : undefined,
        directives: this.#directives('VARIABLE_DEFINITION'),
      };
    });
  }
}

/** JSON for the variables that an operation declares, wrong at the given rate. */
export function generateVariables(schema, operation, rng, wrong) {
  const values = new Values(rng);
  const given = {};
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions) {
    const type = typeFromAST(schema, node);
    const isOptional = defaultValue !== undefined || !isNonNullType(type);
    if (!rng.chance(isOptional ? 0.4 : wrong)) given[variable.name.value] = values.json(type, wrong);
  }
  return given;
}

const selections = new Map();

function parsedSelection(text) {
  if (!selections.has(text)) selections.set(text, parse(text, { noLocation: true }).definitions[0].selectionSet.selections[0]);
  return structuredClone(selections.get(text));
}
