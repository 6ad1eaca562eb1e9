/** What a name was given: something of the program's own, or another name for something. */
export type Binding =
  | { readonly kind: 'own' }
  /** A function, by where it stands in the text. */
  | { readonly kind: 'function'; readonly from: number; readonly to: number }
  | { readonly kind: 'alias'; readonly path: readonly string[] }
  | { readonly kind: 'import'; readonly path: readonly string[] };

/** A stretch of a program with names of its own. */
export interface Scope {
  readonly parent: Scope | null;
  /** Names bound in a Python class are not seen from the functions within. */
  readonly isClass: boolean;
  /** Where `var` puts its names. */
  readonly isFunction: boolean;
  readonly bindings: Map<string, Binding[]>;
}

/** What a path of names comes to. */
export interface Meaning {
  /** `math.sqrt`, whatever the program calls it. */
  readonly path: readonly string[];
  /** The program gave it that name itself. */
  readonly isOwn: boolean;
  readonly isImported: boolean;
  /** The function of the program's own, by where it stands. */
  readonly from: number;
  readonly to: number;
}

export const newScope = (parent: Scope | null, own: Partial<Pick<Scope, 'isClass' | 'isFunction'>> = {}): Scope => ({
  parent,
  isClass: false,
  isFunction: false,
  bindings: new Map(),
  ...own,
});

/** So many things may one name stand for. What it is given beyond that is not followed. */
const MOST = 8;

export function bind(scope: Scope, name: string, binding: Binding): void {
  const given = scope.bindings.get(name) ?? [];
  if (given.length >= MOST || given.some((one) => isSame(one, binding))) return;
  scope.bindings.set(name, [...given, binding]);
}

function isSame(a: Binding, b: Binding): boolean {
  if (a.kind === 'function' || b.kind === 'function') return a.kind === b.kind && 'from' in a && 'from' in b && a.from === b.from;
  if (a.kind === 'own' || b.kind === 'own') return a.kind === b.kind;
  return a.kind === b.kind && a.path.join('.') === b.path.join('.');
}

/** The scope that binds a name as it is seen from `scope`, or null. */
export function scopeOf(scope: Scope, name: string): Scope | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    if ((!at.isClass || at === scope) && at.bindings.has(name)) return at;
  }
  return null;
}

const NOWHERE = { from: -1, to: -1 };

/** So many names of names are followed, in one question. */
const FAR = 64;

/** Follows a path through everything it was named after; a name given to itself means what it means outside. */
export function meaningsOf(scope: Scope, path: readonly string[]): readonly Meaning[] {
  const meanings: Meaning[] = [];
  const open: { readonly scope: Scope | null; readonly path: readonly string[] }[] = [{ scope, path }];
  const seen = new Map<Scope, Set<string>>();
  for (const at of open) {
    const [name = '', ...rest] = at.path;
    const home = at.scope === null ? null : scopeOf(at.scope, name);
    if (home === null || open.length > FAR) {
      meanings.push({ path: at.path, isOwn: home !== null, isImported: false, ...NOWHERE });
      continue;
    }
    const key = at.path.join('.');
    const known = seen.get(home) ?? new Set();
    seen.set(home, known.add(key));
    for (const binding of home.bindings.get(name) ?? []) {
      if (binding.kind === 'own') meanings.push({ path: at.path, isOwn: true, isImported: false, ...NOWHERE });
      else if (binding.kind === 'function') meanings.push({ ...binding, path: at.path, isOwn: true, isImported: false });
      else {
        const target = [...binding.path, ...rest];
        const isRound = seen.get(scopeOf(home, target[0] ?? '') ?? home)?.has(target.join('.')) === true;
        if (binding.kind === 'import') meanings.push({ path: target, isOwn: false, isImported: true, ...NOWHERE });
        else open.push(isRound ? { scope: home.parent, path: target } : { scope: home, path: target });
      }
    }
  }
  return meanings;
}
