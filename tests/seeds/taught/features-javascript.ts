import { childrenOf, type SyntaxNode } from '../../../src/core/constructs/syntax.ts';

/** Nodes that are a feature by their name alone. */
export const PLAIN: { readonly [node: string]: string } = {
  String: 'string',
  BooleanLiteral: 'boolean',
  null: 'null',
  ArrayExpression: 'array',
  ObjectExpression: 'object',
  Escape: 'escape',
  LineComment: 'comment',
  BlockComment: 'comment',
  TaggedTemplateExpression: 'tagged template',
  FinallyClause: 'finally',
  Label: 'label',
  LabeledStatement: 'label',
  SequenceExpression: 'comma operator',
  super: 'super',
  extends: 'inheritance',
  async: 'async',
  get: 'getter',
  set: 'setter',
  static: 'static',
  PropertyDeclaration: 'class field',
  PrivatePropertyDefinition: 'private field',
  PrivatePropertyName: 'private field',
  FunctionExpression: 'function expression',
};
const LOOPS = ['ForStatement', 'WhileStatement', 'DoStatement'];
const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunction', 'MethodDeclaration'];

/** Features that need a look around. `text`: the node's own. */
export function special(node: SyntaxNode, text: string): readonly string[] {
  const around = node.parent?.name ?? '';
  const children = childrenOf(node);
  const has = (name: string): boolean => children.some((child) => child.name === name);
  switch (node.name) {
    case 'Number':
      return [text.endsWith('n') ? 'BigInt' : 'number'];
    case 'VariableName':
      return text === 'undefined' ? ['undefined'] : [];
    case 'AssignmentExpression':
      return has('Equals') ? ['assignment'] : [];
    case 'Equals':
      return around === 'ParamList' ? ['default parameter'] : around === 'PatternProperty' || around === 'ArrayPattern' ? ['destructuring default'] : [];
    case 'Spread':
      return ['ParamList', 'PatternProperty', 'ArrayPattern', 'ObjectPattern'].includes(around) ? ['rest'] : [];
    case 'Property':
      if (has('[')) return ['computed key'];
      if (has('ParamList')) return has('get') || has('set') ? [] : ['method shorthand'];
      return children.length === 1 && has('PropertyDefinition') ? ['shorthand property'] : [];
    case 'MemberExpression':
      if (has('[')) return ['subscript'];
      return around === 'CallExpression' && node.nextSibling?.name === 'ArgList' ? [] : ['attribute'];
    case 'ForStatement':
      return [...(has('await') ? ['for await'] : []), ...(hasAround(node, LOOPS) ? ['nested loop'] : [])];
    case 'WhileStatement':
    case 'DoStatement':
      return hasAround(node, LOOPS) ? ['nested loop'] : [];
    case 'IfStatement':
      // `else if` is an `if` in an `else`.
      return node.prevSibling?.name !== 'else' && hasAround(node, ['IfStatement']) ? ['nested if'] : [];
    case 'CatchClause':
      return has('(') ? [] : ['catch without a name'];
    case 'ExportDeclaration':
      return ['export', ...(has('default') ? ['export default'] : [])];
    case 'FunctionDeclaration':
      return hasAround(node, FUNCTIONS) ? ['nested function'] : [];
    default:
      return [];
  }
}

/** Whether one of these stands around a node, in the same function. */
function hasAround(node: SyntaxNode, names: readonly string[]): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (names.includes(at.name)) return true;
    if (FUNCTIONS.includes(at.name)) return false;
  }
  return false;
}
