import type { ConstructName } from './vocabulary.ts';
import { meaningsOf, newScope, type Scope } from './scopes.ts';
import { childrenOf, pathOf, propertyOf, unwrapped, type Source, type SyntaxNode, type SyntaxTree } from './syntax.ts';

/** One occurrence of a construct. */
export interface Found {
  readonly construct: ConstructName;
  /** Offset into the text. */
  readonly at: number;
  /** The called thing is of the program's own making, though it bears that name. */
  readonly isOwn: boolean;
}

/** What a language makes of its nodes. */
export interface Grammar {
  /** The plain constructs that a node is. */
  constructs(source: Source, node: SyntaxNode): readonly ConstructName[];
  /** The scope that a node opens, or null. */
  opens(node: SyntaxNode, parent: Scope): Scope | null;
  /** Puts the names that a node binds where they belong. */
  binds(source: Source, node: SyntaxNode, scope: Scope): void;
  /** A name standing there is handed on, to be called elsewhere. */
  isHandedOn(source: Source, node: SyntaxNode): boolean;
  /** The name of the method that a node defines, or null. */
  methodName(source: Source, node: SyntaxNode): string | null;
}

const CALLS = ['CallExpression', 'NewExpression', 'TaggedTemplateExpression'];
/** Ways to say "the world's own". */
const EVERYTHING = ['builtins', '__builtins__', 'globalThis', 'window', 'self'];
const BORROWS = ['call', 'apply', 'bind'];

/** Deeper than any program by hand; to look at a node costs time in proportion to its depth. */
const MAX_DEPTH = 500;

interface Use {
  readonly path: readonly string[];
  readonly scope: Scope;
  readonly at: number;
  /** Names of the methods it stands in. */
  readonly methods: readonly string[];
  readonly isCall: boolean;
}

/** Every construct of a program, in the order of its text. */
export function walk(source: Source, tree: SyntaxTree, grammar: Grammar): readonly Found[] {
  const found: Found[] = [];
  const uses: Use[] = [];
  const scopes: Scope[] = [newScope(null, { isFunction: true })];
  const methods: string[] = [];
  const note = (construct: ConstructName, at: number, isOwn = false): void => void found.push({ construct, at, isOwn });

  let depth = 0;
  tree.iterate({
    enter: ({ node }) => {
      const outer = scopes.at(-1);
      if (outer === undefined || depth >= MAX_DEPTH) return false;
      depth += 1;
      const inner = grammar.opens(node, outer);
      if (inner !== null) scopes.push(inner);
      const method = grammar.methodName(source, node);
      if (method !== null) methods.push(method);
      const scope = inner ?? outer;
      for (const construct of grammar.constructs(source, node)) note(construct, node.from);
      grammar.binds(source, node, scope);
      const called = calledBy(node);
      const use = { scope, at: node.from, methods: [...methods], isCall: called !== null };
      if (called?.name === 'MemberExpression') {
        const name = propertyOf(source, called);
        if (name !== null) note(`method:${name}`, node.from);
      }
      const path = called === null ? (grammar.isHandedOn(source, node) ? pathOf(source, node) : null) : pathOf(source, called);
      if (path !== null) uses.push({ ...use, path });
      return true;
    },
    leave: ({ node }) => {
      depth -= 1;
      const inner = scopes.at(-1);
      const outer = scopes.at(-2);
      if (grammar.methodName(source, node) !== null) methods.pop();
      if (inner !== undefined && outer !== undefined && grammar.opens(node, outer) !== null) scopes.pop();
    },
  });

  for (const use of uses) for (const construct of meant(use)) found.push({ ...construct, at: use.at });
  return found.sort((a, b) => a.at - b.at);
}

function calledBy(node: SyntaxNode): SyntaxNode | null {
  if (!CALLS.includes(node.name)) return null;
  const callee = node.name === 'NewExpression' ? childrenOf(node)[1] : node.firstChild;
  return callee === null || callee === undefined ? null : unwrapped(callee);
}

/** What a use comes to: the things that may be called there, and whether a function calls itself. */
function meant({ path, scope, at, methods, isCall }: Use): Omit<Found, 'at'>[] {
  const found: Omit<Found, 'at'>[] = [];
  const [first = '', second, ...more] = path;
  const isSelf = second !== undefined && more.length === 0 && methods.includes(second) && isCall;
  if (isSelf && (first === 'this' || first === 'self' || first === 'cls')) found.push({ construct: 'recursion', isOwn: false });
  for (const { path: whole, isOwn, isImported, from, to } of meaningsOf(scope, path)) {
    const plain = !isOwn && whole.length > 1 && EVERYTHING.includes(whole[0] ?? '') ? whole.slice(1) : whole;
    const last = plain.at(-1) ?? '';
    const lent = plain.length > 1 && BORROWS.includes(last) ? plain.slice(0, -1) : plain;
    found.push({ construct: `call:${lent.join('.')}`, isOwn });
    if (isImported && lent.length > 1) found.push({ construct: `call:${lent.at(-1) ?? ''}`, isOwn });
    // A method under another name, or lent to another thing.
    const isMethod = isCall && lent.length > 1 && (whole.length > path.length || lent !== plain) && !isImported;
    if (isMethod) found.push({ construct: `method:${lent.at(-1) ?? ''}`, isOwn: false });
    if (from <= at && at < to) found.push({ construct: 'recursion', isOwn: false });
  }
  return found;
}

