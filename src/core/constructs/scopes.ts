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

/** A name of a name of a name: with so many things to each, this is as far as it is followed. */
const FAR = 3;

const NOWHERE = { from: -1, to: -1 };

/** Follows a path through everything it was named after; a name given to itself means what it means outside. */
export function meaningsOf(
  scope: Scope | null,
  path: readonly string[],
  seen: ReadonlySet<Binding> = new Set(),
): readonly Meaning[] {
  const [name = '', ...rest] = path;
  const home = scope === null ? null : scopeOf(scope, name);
  if (home === null) return [{ path, isOwn: false, isImported: false, ...NOWHERE }];
  return (home.bindings.get(name) ?? []).flatMap((binding): readonly Meaning[] => {
    switch (binding.kind) {
      case 'own':
        return [{ path, isOwn: true, isImported: false, ...NOWHERE }];
      case 'function':
        return [{ path, isOwn: true, isImported: false, from: binding.from, to: binding.to }];
      case 'import':
        return [{ path: [...binding.path, ...rest], isOwn: false, isImported: true, ...NOWHERE }];
      case 'alias':
        if (seen.has(binding)) return meaningsOf(home.parent, path, seen);
        if (seen.size >= FAR) return [{ path, isOwn: true, isImported: false, ...NOWHERE }];
        return meaningsOf(home, [...binding.path, ...rest], new Set([...seen, binding]));
    }
  });
}
