// Small damage to texts and trees, such as people and tools do.
import { Lexer, Source, TokenKind, print } from 'graphql';
import * as syntax from './syntax.js';

const characters = [
  ...'{}()[]:=|&!$@.,"#\\/-+_ \n\r\t09aeEnux', '...', '"""', '\\u', '\\u{', '\ufeff', '\u0000', '\u00a0', '\u2028', 'é', '木', '😀', 'true', 'null', 'on', 'fragment', '{}', '()', '-', '.5', '1e', '0x', '00',
];

/** One character more, fewer, other, twice, or two that changed places. */
export function editCharacter(text, rng) {
  const points = [...text];
  const at = rng.below(points.length);
  switch (rng.below(5)) {
    case 0: points.splice(at, 1); break;
    case 1: points.splice(at, 0, rng.pick(characters)); break;
    case 2: points[at] = rng.pick(characters); break;
    case 3: points.splice(at, 0, points[at]); break;
    default: [points[at], points[at + 1]] = [points[at + 1] ?? '', points[at]];
  }
  return points.join('');
}

/** What is left of a text that ends at a token's border, or within a token. */
export function truncate(text, rng) {
  const borders = tokens(text).flatMap((t) => [t.start, t.end, t.start + 1]);
  return [...text.slice(0, rng.pick(borders))].filter((c) => !/[\ud800-\udfff]/.test(c) || c.length === 2).join('');
}

/** The same tokens with other things between them that mean nothing, and other ways to write strings. */
export function relayout(text, rng) {
  const between = [' ', '\n', ',', '\t', '\r\n', '\r', '\ufeff', ' , ', '# a comment { " 木\n', '#\r', ''];
  let result = rng.chance(0.1) ? '\ufeff' : '';
  let last = '';
  for (const token of tokens(text)) {
    let raw = text.slice(token.start, token.end);
    if (token.kind === TokenKind.STRING && rng.chance(0.5)) raw = escapeSome(raw, rng);
    let gap = rng.pick(between);
    if (gap === '' && /[\w"]$/.test(last) && /^[\w"-.]/.test(raw)) gap = ' ';
    result += gap + raw;
    last = raw;
  }
  return result + rng.pick(between);
}

function escapeSome(raw, rng) {
  if (raw.includes('\\')) return raw;
  const escaped = [...raw.slice(1, -1)].map((c) => {
    if (rng.chance(0.6)) return c;
    const code = c.codePointAt(0).toString(16);
    if (rng.chance(0.5)) return `\\u{${rng.pick(['', '0', '000'])}${code}}`;
    return [...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
  });
  return `"${escaped.join('')}"`;
}

function tokens(text) {
  const lexer = new Lexer(new Source(text));
  const found = [];
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) found.push(token);
  return found;
}

/** Changes a tree in one place, and gives it as text. */
export function editTree(document, names, rng) {
  const all = [...syntax.places(document)];
  for (let tries = 0; tries < 20; tries++) {
    if (editPlace(rng.pick(all), all, names, rng)) break;
  }
  return print(document);
}

function editPlace({ node, parent, list, index, key }, all, names, rng) {
  const replace = (other) => (list ? (list[index] = other) : (parent[key] = other));
  if (list && rng.chance(0.35)) return editList(list, index, rng);
  switch (node.kind) {
    case 'Name':
      node.value = rng.chance(0.7) ? rng.pick(names) : rng.pick(all.filter((p) => p.node.kind === 'Name')).node.value;
      return true;
    case 'NamedType': case 'ListType': case 'NonNullType':
      return editType(node, replace, rng);
    case 'OperationDefinition':
      node.operation = rng.pick(['query', 'mutation', 'subscription']);
      return true;
    case 'Field':
      return editField(node, all, rng);
    case 'SelectionSet':
      return parent.kind === 'Field' && rng.chance(0.3) && (delete parent.selectionSet);
    case 'InlineFragment':
      return delete node.typeCondition;
    case 'VariableDefinition':
      if (node.defaultValue) delete node.defaultValue;
      else node.defaultValue = otherValue(rng, false);
      return true;
    case 'Directive': {
      const other = rng.pick(all.filter((p) => 'directives' in p.node)).node;
      other.directives = [...(other.directives ?? []), structuredClone(node)];
      return true;
    }
    default:
      if (!/Value$|Variable$/.test(node.kind) || parent.kind === 'VariableDefinition' && key === 'variable' || key === 'description') return false;
      replace(otherValue(rng, true));
      return true;
  }
}

function editList(list, index, rng) {
  switch (rng.below(3)) {
    case 0: list.splice(index, 1); break;
    case 1: list.splice(rng.below(list.length + 1), 0, structuredClone(list[index])); break;
    default: list.push(...list.splice(index, 1));
  }
  return true;
}

function editType(node, replace, rng) {
  if (rng.chance(0.5)) replace(node.kind === 'NonNullType' ? node.type : { kind: 'NonNullType', type: node });
  else if (node.kind === 'ListType') replace(node.type);
  else replace({ kind: 'ListType', type: node });
  return true;
}

function editField(node, all, rng) {
  switch (rng.below(4)) {
    case 0:
      node.alias = node.alias ? undefined : syntax.name(rng.pick(['x', 'name', '__typename', '__x']));
      return true;
    case 1: {
      const other = rng.pick(all.filter((p) => p.node.kind === 'Field')).node;
      node.alias = other.alias ?? other.name;
      return true;
    }
    case 2:
      if (node.selectionSet) return false;
      node.selectionSet = syntax.set([{ kind: 'Field', name: syntax.name('id'), arguments: [], directives: [] }]);
      return true;
    default:
      node.directives = [...(node.directives ?? []), syntax.directive(rng.pick(['skip', 'include', 'defer', 'stream', 'deprecated', 'nothing']), rng.chance(0.5) ? [['if', otherValue(rng, true)]] : [])];
      return true;
  }
}

function otherValue(rng, withVariables) {
  const values = [
    syntax.int(1), syntax.int('99999999999999999999'), syntax.float('1.5'), syntax.float('1e400'), syntax.text('x'), syntax.text('', true), syntax.boolean(true), syntax.nil(),
    syntax.enumValue('NO_SUCH'), syntax.list([]), syntax.list([syntax.nil()]), syntax.object([]), syntax.object([['a', syntax.int(1)], ['a', syntax.int(2)]]), syntax.list([syntax.list([syntax.int(1)])]),
  ];
  return rng.pick(withVariables ? [...values, syntax.variable('undefined_'), syntax.variable('v0')] : values);
}
