// What fields answer, in the shape of the response: JSON with the markers that JsonBinding.cs and the oracle read.
import { getNamedType, isAbstractType, isCompositeType, isEnumType, isListType, isNonNullType } from 'graphql';
import { anyText } from './values.js';

const numbers = [0, 1.5, -2.25, 1e21, 1e-7, 0.1, 123456789.125, 5e-324, 1.7976931348623157e308, 100, -0.5];
const ints = [0, 1, -1, 7, 2147483647, -2147483648];

/** @param wrong how often a value is null, an error, or not of its type */
export function generateData(schema, document, operation, rng, wrong) {
  return new DataGenerator(schema, document, rng, wrong).object(rootOf(schema, operation), [operation.selectionSet], 0);
}

const rootOf = (schema, { operation }) =>
  ({ query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() })[operation];

class DataGenerator {
  constructor(schema, document, rng, wrong) {
    Object.assign(this, { schema, rng, wrong, objects: 0 });
    this.fragments = new Map(document.definitions.filter((d) => d.kind === 'FragmentDefinition').map((f) => [f.name.value, f]));
  }

  object(type, selectionSets, depth) {
    const data = {};
    this.objects++;
    for (const [key, nodes] of this.#collect(type, selectionSets)) {
      const definition = type.getFields()[nodes[0].name.value];
      if (!definition) continue;
      const below = nodes.flatMap((n) => n.selectionSet ?? []);
      data[key] = this.#value(definition.type, below, depth, definition.args.length > 0);
    }
    return data;
  }

  #value(type, below, depth, hasArguments, isItem = false) {
    const { rng, wrong } = this;
    if (rng.chance(wrong)) return this.#wrong(type, isItem);
    if (isNonNullType(type)) return this.#present(type.ofType, below, depth, hasArguments);
    return rng.chance(0.1) ? null : this.#present(type, below, depth, hasArguments);
  }

  #present(type, below, depth, hasArguments) {
    const { rng } = this;
    if (isListType(type)) return Array.from({ length: this.objects > 60 ? 1 : rng.below(4) }, () => this.#value(type.ofType, below, depth, hasArguments, true));
    if (isCompositeType(type)) {
      const runtime = isAbstractType(type) ? rng.pick(this.schema.getPossibleTypes(type)) : type;
      if (!runtime) return {};
      return { ...(runtime === type ? {} : { __typename: runtime.name }), ...this.object(runtime, below, depth + 1) };
    }
    if (isEnumType(type)) return rng.pick(type.getValues()).name;
    switch (type.name) {
      case 'Int': return rng.pick(ints);
      case 'Float': return rng.pick(numbers);
      case 'Boolean': return rng.chance(0.5);
      case 'String': return hasArguments ? { $arguments: true } : anyText(rng);
      case 'ID': return anyText(rng);
      default: return rng.pick([1, 'x', true, [1, [2]], { a: { b: [] } }, 1.5, [], {}]);
    }
  }

  #wrong(type, isItem) {
    const { rng } = this;
    const named = getNamedType(type);
    const of = isNonNullType(type) ? type.ofType : type;
    const ways = [null, null, { $error: 'It failed.' }, { $error: anyText(rng) }];
    // An exception of ours is the field's: no generated code throws at an item.
    if (!isItem) ways.push({ $throw: 'a secret' });
    if (isListType(of)) ways.push('no list', 5);
    else if (isAbstractType(named)) ways.push({ __typename: 'Nothing' }, {}, { __typename: 'Query' });
    else if (isEnumType(named)) ways.push('NO_SUCH_VALUE', '');
    else if (named.name === 'Int') ways.push(2147483648, -2147483649);
    return rng.pick(ways);
  }

  #collect(type, selectionSets, into = new Map(), seen = new Set()) {
    for (const { selections } of selectionSets) {
      for (const selection of selections) {
        if (selection.kind === 'Field') {
          const key = (selection.alias ?? selection.name).value;
          into.set(key, [...(into.get(key) ?? []), selection]);
          continue;
        }
        const fragment = selection.kind === 'InlineFragment' ? selection : this.fragments.get(selection.name.value);
        if (selection.kind === 'FragmentSpread' && (seen.has(fragment) || !seen.add(fragment))) continue;
        if (this.#applies(fragment.typeCondition, type)) this.#collect(type, [fragment.selectionSet], into, seen);
      }
    }
    return into;
  }

  #applies(typeCondition, type) {
    if (!typeCondition) return true;
    const on = this.schema.getType(typeCondition.name.value);
    return on === type || (isAbstractType(on) && this.schema.isSubType(on, type));
  }
}
