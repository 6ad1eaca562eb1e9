import { operatorOf } from './operators.ts';
import { bind, newScope, scopeOf, type Binding, type Scope } from './scopes.ts';
import { childrenOf, pathOf, textOf, type Source, type SyntaxNode } from './syntax.ts';
import type { ConstructName } from './vocabulary.ts';
import type { Grammar } from './walk.ts';

const PLAIN: Readonly<Record<string, readonly ConstructName[]>> = {
  ForStatement: ['for', 'loop'],
  ForOfSpec: ['for of'],
  ForInSpec: ['for in'],
  WhileStatement: ['while', 'loop'],
  DoStatement: ['do', 'loop'],
  IfStatement: ['if'],
  ConditionalExpression: ['conditional expression'],
  SwitchStatement: ['switch'],
  FunctionDeclaration: ['function'],
  FunctionExpression: ['function'],
  ArrowFunction: ['function', 'anonymous function', 'arrow function'],
  MethodDeclaration: ['function'],
  ReturnStatement: ['return'],
  ClassDeclaration: ['class'],
  ClassExpression: ['class'],
  TryStatement: ['try'],
  ThrowStatement: ['throw'],
  BreakStatement: ['break'],
  ContinueStatement: ['continue'],
  YieldExpression: ['generator'],
  AwaitExpression: ['await'],
  TemplateString: ['template'],
  ObjectPattern: ['destructuring'],
  ArrayPattern: ['destructuring'],
  RegExp: ['regex'],
  NewExpression: ['new'],
  var: ['var'],
  let: ['let'],
  const: ['const'],
  this: ['this'],
  '?.': ['optional chaining'],
};
const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunction', 'MethodDeclaration'];
const BLOCKS = ['Block', 'ForStatement', 'CatchClause', 'SwitchBody', 'ClassBody'];
const HANDING = ['ArgList', 'ReturnStatement', 'ArrayExpression', 'Property', 'ArrowFunction', 'ParamList', 'ConditionalExpression', 'ExportDeclaration'];

export const JAVASCRIPT: Grammar = {
  constructs: (source, node) => [...(PLAIN[node.name] ?? []), ...special(source, node)],
  opens(node, parent) {
    if (FUNCTIONS.includes(node.name) || isMethodProperty(node)) return newScope(parent, { isFunction: true });
    return BLOCKS.includes(node.name) ? newScope(parent) : null;
  },
  binds(source, node, scope) {
    if (node.name === 'VariableDefinition') bind(homeOf(node, scope), textOf(source, node), bindingOf(source, node));
    if (node.name === 'AssignmentExpression') bindAssignment(source, node, scope);
  },
  isHandedOn(_, node) {
    if (!['VariableName', 'MemberExpression'].includes(node.name)) return false;
    return HANDING.includes(node.parent?.name ?? '');
  },
  methodName(source, node) {
    if (node.name !== 'MethodDeclaration' && !isMethodProperty(node)) return null;
    const name = childrenOf(node).find((child) => child.name.endsWith('PropertyDefinition'));
    return name === undefined ? null : textOf(source, name);
  },
};

/** `{ m() { … } }` */
const isMethodProperty = (node: SyntaxNode): boolean =>
  node.name === 'Property' && childrenOf(node).some(({ name }) => name === 'ParamList');

function special(source: Source, node: SyntaxNode): ConstructName[] {
  const around = node.parent?.name ?? '';
  if (node.name === 'ImportDeclaration' || node.name === 'DynamicImport') return imported(source, stringIn(node));
  if (node.name === 'CallExpression') {
    const callee = node.firstChild;
    const isRequire = callee?.name === 'VariableName' && textOf(source, callee) === 'require';
    const argument = isRequire ? node.getChild('ArgList') : null;
    return argument === null ? [] : imported(source, stringIn(argument));
  }
  if (node.name === 'else' && around === 'IfStatement') return ['else'];
  if (node.name === 'Spread' && ['ArgList', 'ArrayExpression', 'Property', 'ObjectExpression'].includes(around)) return ['spread'];
  if (node.name === 'FunctionExpression' && node.getChild('VariableDefinition') === null) return ['anonymous function'];
  if (node.name === 'await' && around === 'ForStatement') return ['await'];
  if (node.name === 'Star' && FUNCTIONS.includes(around)) return ['generator'];
  if (node.name === 'VariableName' && ['NewExpression', 'CallExpression'].includes(around) && textOf(source, node) === 'RegExp') return ['regex'];
  const operator = operatorOf(source, node);
  if (operator === null) return [];
  return node.name === 'delete' ? ['delete', operator] : [operator];
}

const stringIn = (node: SyntaxNode): SyntaxNode | null => node.getChild('String');

function imported(source: Source, module: SyntaxNode | null): ConstructName[] {
  if (module === null) return ['import'];
  return ['import', `import:${textOf(source, module).slice(1, -1).replace(/^node:/, '')}`];
}

/** The scope a definition's name belongs to. */
function homeOf(node: SyntaxNode, scope: Scope): Scope {
  const { parent } = node;
  if (parent?.name === 'FunctionDeclaration') return scope.parent ?? scope;
  const declaration = declarationAround(node);
  const isVar = declaration !== null && declaration.getChild('var') !== null;
  if (!isVar) return scope;
  let home = scope;
  while (!home.isFunction && home.parent !== null) home = home.parent;
  return home;
}

function declarationAround(node: SyntaxNode): SyntaxNode | null {
  let at = node.parent;
  while (at !== null && ['PatternProperty', 'ObjectPattern', 'ArrayPattern'].includes(at.name)) at = at.parent;
  return at?.name === 'VariableDeclaration' ? at : null;
}

/** What a name is given where it is defined. */
function bindingOf(source: Source, node: SyntaxNode): Binding {
  const { parent } = node;
  if (parent === null) return OWN;
  if (parent.name === 'FunctionDeclaration' || parent.name === 'FunctionExpression') return functionAt(parent);
  const declaration = importAround(node);
  if (declaration !== null) return importOf(source, node, declaration);
  if (parent.name === 'VariableDeclaration') return valueBinding(source, node);
  const pattern = parent.name === 'PatternProperty' ? parent.parent : null;
  if (pattern?.parent?.name !== 'VariableDeclaration') return OWN;
  const from = valueBinding(source, pattern);
  const key = parent.firstChild;
  if (from.kind !== 'alias' || key === null || key.name === 'Spread') return OWN;
  return { kind: 'alias', path: [...from.path, textOf(source, key)] };
}

const OWN: Binding = { kind: 'own' };
const functionAt = ({ from, to }: SyntaxNode): Binding => ({ kind: 'function', from, to });

/** By what stands behind the `=`. */
function valueBinding(source: Source, target: SyntaxNode): Binding {
  let at = target.nextSibling;
  while (at?.name === 'TypeAnnotation') at = at.nextSibling;
  const value = at?.name === 'Equals' ? at.nextSibling : null;
  if (value === null) return OWN;
  if (FUNCTIONS.includes(value.name)) return functionAt(value);
  const path = pathOf(source, value);
  return path === null ? OWN : { kind: 'alias', path };
}

function importAround(node: SyntaxNode): SyntaxNode | null {
  const at = node.parent?.name === 'ImportGroup' ? node.parent.parent : node.parent;
  return at?.name === 'ImportDeclaration' ? at : null;
}

/** `import d, { a as b } from 'm'`: `d` is the module, `b` its `a`. */
function importOf(source: Source, node: SyntaxNode, declaration: SyntaxNode): Binding {
  const module = stringIn(declaration);
  const name = module === null ? '' : textOf(source, module).slice(1, -1).replace(/^node:/, '');
  if (node.parent?.name !== 'ImportGroup') return { kind: 'import', path: [name] };
  const original = node.prevSibling?.name === 'as' ? node.prevSibling.prevSibling : null;
  return { kind: 'import', path: [name, textOf(source, original ?? node)] };
}

/** `f = Math.max`, later: one more meaning of a name that is declared already. */
function bindAssignment(source: Source, node: SyntaxNode, scope: Scope): void {
  const [target, sign, value] = childrenOf(node);
  if (target?.name !== 'VariableName' || sign?.name !== 'Equals' || value === undefined) return;
  const name = textOf(source, target);
  const path = pathOf(source, value);
  const binding: Binding = path !== null ? { kind: 'alias', path } : FUNCTIONS.includes(value.name) ? functionAt(value) : OWN;
  bind(scopeOf(scope, name) ?? scope, name, binding);
}
