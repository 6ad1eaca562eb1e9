import { childrenOf, type SyntaxNode } from '../../../src/core/constructs/syntax.ts';

/** Nodes that are a feature by their name alone. */
export const PLAIN: { readonly [node: string]: string } = {
  Boolean: 'boolean',
  None: 'None',
  ArrayExpression: 'list',
  TupleExpression: 'tuple',
  DictionaryExpression: 'dict',
  SetExpression: 'set',
  ContinuedString: 'adjacent strings',
  Escape: 'escape',
  Comment: 'comment',
  PassStatement: 'pass',
  FormatSpec: 'format spec',
  FormatConversion: 'format conversion',
  FormatSelfDoc: 'self-documenting',
  elif: 'elif',
  finally: 'finally',
  async: 'async',
};
const LOOPS = ['ForStatement', 'WhileStatement'];

/** Features that need a look around. `text`: the node's own. */
export function special(node: SyntaxNode, text: string): readonly string[] {
  const around = node.parent?.name ?? '';
  const children = childrenOf(node);
  const count = (name: string): number => children.filter((child) => child.name === name).length;
  const isIn = (names: readonly string[], within: SyntaxNode = node): boolean => hasAround(within, names);
  switch (node.name) {
    case 'Number':
      return [/^0[xob]/i.test(text) || !/[.ej]/i.test(text) ? 'int' : 'float', ...(text.includes('_') ? ['underscore in number'] : [])];
    case 'String':
    case 'FormatString':
      return stringFeatures(node, text);
    case 'AssignStatement': {
      const signs = children.flatMap(({ name }, i) => (name === 'AssignOp' ? [i] : []));
      const first = signs[0] ?? children.length;
      const hasManyTargets = children.slice(0, first).some(({ name }) => [',', 'TupleExpression', 'ArrayExpression'].includes(name));
      // `pair = 1, 2`: a tuple without brackets. In `a, b = 1, 2` nobody sees one.
      const isTuple = !hasManyTargets && children.slice(first).some(({ name }) => name === ',');
      return ['assignment', ...(signs.length > 1 ? ['chained assignment'] : []), ...(hasManyTargets ? ['several targets'] : []), ...(isTuple ? ['tuple'] : [])];
    }
    case 'ReturnStatement':
      return count(',') > 0 ? ['tuple'] : [];
    case 'ForStatement': {
      const targets = children.slice(0, children.findIndex(({ name }) => name === 'in'));
      const hasMany = targets.some(({ name }) => name === ',' || name === 'TupleExpression');
      return [...(hasMany ? ['several targets'] : []), ...(isIn(LOOPS) ? ['nested loop'] : [])];
    }
    case 'WhileStatement':
      return isIn(LOOPS) ? ['nested loop'] : [];
    case 'IfStatement':
      return isIn(['IfStatement']) ? ['nested if'] : [];
    case 'else':
      return LOOPS.includes(around) ? ['loop else'] : around === 'TryStatement' ? ['try else'] : [];
    case 'TryStatement':
      return count('except') > 1 ? ['several excepts'] : [];
    case 'BinaryExpression':
      return count('CompareOp') > 0 && children[0]?.name === 'BinaryExpression' && childrenOf(children[0]).some(({ name }) => name === 'CompareOp') ? ['chained comparison'] : [];
    case 'MemberExpression':
      if (children.some(({ name }) => name === '[')) return count(':') > 0 ? [] : ['subscript'];
      return around === 'CallExpression' && node.nextSibling?.name === 'ArgList' ? [] : ['attribute'];
    case 'AssignOp':
      return around === 'ArgList' ? ['keyword argument'] : around === 'ParamList' ? ['default parameter'] : [];
    case '*':
    case '**':
      return around === 'ParamList' ? ['star parameter'] : [];
    case 'TypeDef':
      return ['type annotation'];
    case 'FunctionDefinition':
      return isIn(['FunctionDefinition']) ? ['nested function'] : [];
    case 'ClassDefinition':
      return children.some(({ name }) => name === 'ArgList') ? ['inheritance'] : [];
    case 'ImportStatement':
      return children[0]?.name === 'from' ? ['from import'] : [];
    default:
      return [];
  }
}

function stringFeatures(node: SyntaxNode, text: string): readonly string[] {
  const statement = node.parent?.name === 'ExpressionStatement' ? node.parent : null;
  const body = statement?.parent ?? null;
  const isFirst = statement?.prevSibling?.name === ':';
  if (node.name === 'String' && body?.name === 'Body' && isFirst && /^(?:Function|Class)Definition$/.test(body.parent?.name ?? '')) return ['docstring'];
  const [prefix = ''] = /^[a-z]*/i.exec(text) ?? [];
  const isTriple = /^(?:'''|""")/.test(text.slice(prefix.length));
  return [
    ...(node.name === 'FormatString' ? [] : ['string']),
    ...(isTriple ? ['triple-quoted string'] : []),
    ...(/r/i.test(prefix) ? ['raw string'] : []),
    ...(/b/i.test(prefix) ? ['bytes'] : []),
  ];
}

/** Whether one of these stands around a node, in the same function. */
function hasAround(node: SyntaxNode, names: readonly string[]): boolean {
  const isFunction = node.name === 'FunctionDefinition';
  for (let at = node.parent; at !== null; at = at.parent) {
    if (names.includes(at.name)) return true;
    if (!isFunction && ['FunctionDefinition', 'ClassDefinition', 'LambdaExpression'].includes(at.name)) return false;
  }
  return false;
}
