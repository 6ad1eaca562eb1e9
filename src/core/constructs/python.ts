import { operatorOf } from './operators.ts';
import { bind, newScope, type Binding, type Scope } from './scopes.ts';
import { childrenOf, pathOf, textOf, unwrapped, type Source, type SyntaxNode } from './syntax.ts';
import type { ConstructName } from './vocabulary.ts';
import type { Grammar } from './walk.ts';

const PLAIN: Readonly<Record<string, readonly ConstructName[]>> = {
  ForStatement: ['for', 'loop'],
  WhileStatement: ['while', 'loop'],
  IfStatement: ['if'],
  ConditionalExpression: ['conditional expression'],
  MatchStatement: ['switch', 'match'],
  FunctionDefinition: ['function'],
  LambdaExpression: ['anonymous function', 'lambda'],
  ReturnStatement: ['return'],
  ClassDefinition: ['class'],
  TryStatement: ['try'],
  RaiseStatement: ['throw', 'raise'],
  BreakStatement: ['break'],
  ContinueStatement: ['continue'],
  YieldStatement: ['generator'],
  YieldExpression: ['generator'],
  AwaitExpression: ['await'],
  FormatString: ['template', 'f-string'],
  WithStatement: ['with'],
  ScopeStatement: ['global'],
  AssertStatement: ['assert'],
  Decorator: ['decorator'],
  DeleteStatement: ['del'],
};
const COMPREHENSION = /^(?:Array|Set|Dictionary)?ComprehensionExpression$/;
/** `sum(n for n in x)` has its comprehension in the list of arguments itself. */
const isComprehension = (node: SyntaxNode): boolean =>
  COMPREHENSION.test(node.name) || (node.name === 'ArgList' && node.getChild('for') !== null);
const GROUPS = ['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression'];
const HANDING = ['ArgList', 'ReturnStatement', 'ArrayExpression', 'DictionaryExpression', 'SetExpression', 'TupleExpression', 'Decorator', 'LambdaExpression', 'ParamList', 'ConditionalExpression'];

export const PYTHON: Grammar = {
  constructs: (source, node) => [...(PLAIN[node.name] ?? []), ...special(source, node)],
  opens(node, parent) {
    if (node.name === 'FunctionDefinition' || node.name === 'LambdaExpression') return newScope(parent, { isFunction: true });
    if (node.name === 'ClassDefinition') return newScope(parent, { isClass: true });
    return isComprehension(node) ? newScope(parent) : null;
  },
  binds(source, node, scope) {
    if (node.name === 'ImportStatement') bindImports(source, node, scope);
    if (node.name !== 'VariableName') return;
    const target = bindingOf(source, node);
    if (target === null) return;
    const outer = ['def', 'class'].includes(node.prevSibling?.name ?? '') ? scope.parent : scope;
    bind(outer ?? scope, textOf(source, node), target);
  },
  isHandedOn(source, node) {
    const { parent } = node;
    if (!['VariableName', 'MemberExpression'].includes(node.name) || parent === null) return false;
    if (!HANDING.includes(parent.name) || isKeyword(node) || bindingOf(source, node) !== null) return false;
    if (parent.name !== 'ArgList') return true;
    // Asked about or built upon, not called.
    const asked = parent.prevSibling;
    return parent.parent?.name === 'CallExpression' && !(asked !== null && /^(?:isinstance|issubclass|type)$/.test(textOf(source, asked)));
  },
  methodName(source, node) {
    const isMethod = node.name === 'FunctionDefinition' && /^(?:ClassDefinition)$/.test(classAround(node)?.name ?? '');
    const name = isMethod ? childrenOf(node).find((child) => child.name === 'VariableName') : undefined;
    return name === undefined ? null : textOf(source, name);
  },
};

/** The class whose body a function stands in directly. */
function classAround(node: SyntaxNode): SyntaxNode | null {
  const holder = node.parent?.name === 'DecoratedStatement' ? node.parent.parent : node.parent;
  return holder?.parent ?? null;
}

function special(source: Source, node: SyntaxNode): ConstructName[] {
  if (isComprehension(node)) return ['comprehension'];
  if (node.name === 'ImportStatement') return importsOf(source, node).flatMap(namesOfImport);
  if ((node.name === 'else' || node.name === 'elif') && node.parent?.name === 'IfStatement') return ['else'];
  if (node.name === 'MemberExpression' && childrenOf(node).some(({ name }) => name === ':')) return ['slice'];
  if (['*', '**'].includes(node.name) && ['ArgList', 'ArrayExpression', 'SetExpression', 'DictionaryExpression'].includes(node.parent?.name ?? '')) {
    return ['spread'];
  }
  if (node.name === 'async' && node.parent?.name === 'ForStatement') return ['await'];
  if (['AssignStatement', 'ForStatement'].includes(node.name) && hasManyTargets(node)) return ['destructuring'];
  if (node.name === 'CallExpression') return dynamicImport(source, node);
  const operator = operatorOf(source, node);
  return operator === null ? [] : [operator];
}

/** `a, b = …` and `for a, b in …`. */
function hasManyTargets(node: SyntaxNode): boolean {
  const children = childrenOf(node);
  const last = node.name === 'ForStatement' ? children.findIndex(({ name }) => name === 'in') : children.findLastIndex(({ name }) => name === 'AssignOp');
  return children.slice(0, Math.max(0, last)).some(({ name }) => name === ',' || name === 'TupleExpression' || name === 'ArrayExpression');
}

const isKeyword = (node: SyntaxNode): boolean => node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';

/** What a name is given where it stands, or null where it is only read. */
function bindingOf(source: Source, node: SyntaxNode): Binding | null {
  let top = node;
  while (GROUPS.includes(top.parent?.name ?? '')) top = top.parent ?? top;
  const { parent } = top;
  const before = top.prevSibling?.name;
  switch (parent?.name) {
    case 'FunctionDefinition':
      return before === 'def' ? { kind: 'function', from: parent.from, to: parent.to } : null;
    case 'ClassDefinition':
      return before === 'class' ? OWN : null;
    case 'ParamList':
      return before === 'AssignOp' ? null : OWN;
    case 'AssignStatement':
      return assigned(source, parent, top, node);
    case 'UpdateStatement':
    case 'NamedExpression':
      return before === undefined ? OWN : null;
    case 'WithStatement':
    case 'TryStatement':
      return before === 'as' ? OWN : null;
    case 'CapturePattern':
      return OWN;
    default:
      return isLoopTarget(top) ? OWN : null;
  }
}

const OWN: Binding = { kind: 'own' };

function assigned(source: Source, statement: SyntaxNode, top: SyntaxNode, node: SyntaxNode): Binding | null {
  const children = childrenOf(statement);
  const last = children.findLastIndex(({ name }) => name === 'AssignOp');
  const at = children.findIndex(({ from }) => from === top.from);
  if (at > last) return null;
  const value = children[last + 1];
  const isAlone = top === node || unwrapped(top).from === node.from;
  const path = value === undefined || !isAlone || hasManyTargets(statement) ? null : pathOf(source, value);
  return path === null ? OWN : { kind: 'alias', path };
}

/** Between `for` and `in`. */
function isLoopTarget(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === null || (parent.name !== 'ForStatement' && !isComprehension(parent))) return false;
  let before = node.prevSibling;
  while (before !== null && before.name !== 'for' && before.name !== 'in') before = before.prevSibling;
  return before?.name === 'for';
}

interface Imported {
  /** `math`, or `math` and `sqrt`. */
  readonly path: readonly string[];
  readonly module: string;
  readonly name: string | null;
}

/** `import a.b as c, d` and `from a.b import c as d`. */
function importsOf(source: Source, node: SyntaxNode): Imported[] {
  const words = childrenOf(node).map((child) => textOf(source, child));
  const at = words.indexOf('import');
  const module = words[0] === 'from' ? words.slice(1, at).join('') : null;
  const listed = words.slice(at + 1).filter((word) => word !== '(' && word !== ')').join(' ').split(',');
  return listed.flatMap((one): Imported[] => {
    const [what = '', name] = one.trim().split(/\sas\s/).map((word) => word.replaceAll(' ', ''));
    if (what === '') return [];
    if (module !== null) return [{ path: [module, what], module, name: what === '*' ? null : (name ?? what) }];
    // `import a.b` gives the name `a`.
    return [{ path: name === undefined ? [what.split('.')[0] ?? what] : what.split('.'), module: what, name: name ?? what.split('.')[0] ?? what }];
  });
}

function bindImports(source: Source, node: SyntaxNode, scope: Scope): void {
  for (const { path, name } of importsOf(source, node)) if (name !== null) bind(scope, name, { kind: 'import', path });
}

function namesOfImport({ module }: Pick<Imported, 'module'>): ConstructName[] {
  const top = module.split('.')[0] ?? '';
  const names: ConstructName[] = ['import', `import:${module}`];
  if (top !== '' && top !== module) names.push(`import:${top}`);
  return top === 're' ? [...names, 'regex'] : names;
}

/** `__import__('x')` and `importlib.import_module('x')`. */
function dynamicImport(source: Source, node: SyntaxNode): ConstructName[] {
  const found = /^(?:__import__|(?:importlib\.)?import_module)\(\s*(['"])([\w.]+)\1/.exec(textOf(source, node).slice(0, 200));
  return found?.[2] === undefined ? [] : namesOfImport({ module: found[2] });
}
