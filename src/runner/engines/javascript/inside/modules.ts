import { createList, exec, hasOwn, indexOf, push, slice, shield, type List } from './primordials.ts';

type Require = (name: string) => unknown;
interface Module {
  exports: unknown;
}
/** `given`: what a file of tests finds without importing it. */
export type ModuleFunction = (exports: object, require: Require, module: Module, ...given: readonly unknown[]) => unknown;
export type ModuleFunctions = { readonly [file: string]: ModuleFunction };

/** Names that no file bears: `node:assert`. Undefined: there is no such module. */
export type Builtins = (name: string) => unknown;

/** A file that is not among the learner's, but requires them: tests. */
export interface Guest {
  readonly file: string;
  readonly run: ModuleFunction;
  readonly builtins: Builtins;
  /** Handed to its function behind `exports`, `require` and `module`. */
  readonly given: readonly unknown[];
  /** Heard after each file of the learner's that it required. */
  readonly onRequired: () => void;
}

export interface Instance {
  /** What the first file returned; a promise when it awaits. */
  readonly result: unknown;
  /** Resolves when all files that await are through; rejects as the first of them that throws. */
  settled(): Promise<void>;
}

/** A fresh instance of a program: its files are loaded as they are required. */
export function instantiate(functions: ModuleFunctions, first: string | Guest, builtins: Builtins = () => undefined): Instance {
  const loaded: Record<string, Module> = { __proto__: null } as never;
  const waiting: List<unknown> = createList();
  const load = (file: string, run: ModuleFunction | undefined, guest: Guest | null): { exports: unknown; result: unknown } => {
    const module: Module = { exports: {} };
    if (guest === null) loaded[file] = module;
    const known = guest?.builtins ?? builtins;
    const require = (name: string): unknown => {
      const builtin = known(name);
      if (builtin !== undefined) return builtin;
      const wanted = resolve(functions, file, name);
      const found = loaded[wanted] ?? load(wanted, functions[wanted], null);
      guest?.onRequired();
      return found.exports;
    };
    // By its own name: as a method it would have all the files for its `this`.
    const result = guest === null ? run?.(module.exports as object, require, module) : startGuest(guest, module, require);
    if (isThenable(result)) push(waiting, shield(result));
    return { exports: module.exports, result };
  };
  const { result } = typeof first === 'string' ? load(first, functions[first], null) : load(first.file, undefined, first);
  return {
    result,
    async settled() {
      for (let i = 0; i < waiting.length; i++) await waiting[i];
    },
  };
}

function startGuest({ run, given }: Guest, module: Module, require: Require): unknown {
  const all = createList<unknown>();
  push(all, module.exports);
  push(all, require);
  push(all, module);
  for (let i = 0; i < given.length; i++) push(all, given[i]);
  return Reflect_apply(run, undefined, all as unknown as unknown[]);
}
const Reflect_apply = Reflect.apply as (run: ModuleFunction, self: undefined, args: readonly unknown[]) => unknown;

const isThenable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** `./b` or `../b.js` as seen from a file. Throws, in Node's words, for what is not there. */
function resolve(functions: ModuleFunctions, from: string, name: string): string {
  const path = normalize(`${folderOf(from)}${name}`);
  for (let i = 0; i < ENDINGS.length; i++) {
    const candidate = `${path}${ENDINGS[i] ?? ''}`;
    if (hasOwn(functions, candidate)) return candidate;
  }
  // TypeScript imports `./b.ts` by the name it would have as JavaScript.
  const asTypeScript = exec(/\.[cm]?js$/, path) === null ? path : `${slice(path, 0, -2)}ts`;
  if (hasOwn(functions, asTypeScript)) return asTypeScript;
  const isRelative = slice(name, 0, 1) === '.' || slice(name, 0, 1) === '/';
  throw new Error(`Cannot find module '${name}'${isRelative ? '' : ' (neither packages nor modules of Node are here)'}`);
}

const ENDINGS = ['', '.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.json', '/index.js', '/index.ts'];

const folderOf = (file: string): string => {
  let end = 0;
  for (let at = indexOf(file, '/'); at !== -1; at = indexOf(file, '/', at + 1)) end = at + 1;
  return slice(file, 0, end);
};

/** Takes `./` and `x/../` out. */
function normalize(path: string): string {
  let rest = path;
  let normal = '';
  while (rest !== '') {
    const cut = indexOf(rest, '/');
    const part = cut === -1 ? rest : slice(rest, 0, cut);
    rest = cut === -1 ? '' : slice(rest, cut + 1);
    if (part === '..') normal = folderOf(slice(normal, 0, normal.length - 1));
    else if (part !== '.' && part !== '') normal += cut === -1 ? part : `${part}/`;
  }
  return normal;
}
