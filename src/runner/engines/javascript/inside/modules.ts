import { indexOf, slice } from './primordials.ts';

export type ModuleFunction = (exports: object, require: (name: string) => unknown, module: { exports: unknown }) => unknown;
export type ModuleFunctions = { readonly [file: string]: ModuleFunction };

/** A fresh instance of a program: its entry's return value, and its files loaded as they are required. */
export function instantiate(functions: ModuleFunctions, entry: string): unknown {
  const loaded: Record<string, { exports: unknown }> = { __proto__: null } as never;
  const load = (file: string): { exports: unknown; result: unknown } => {
    const module = { exports: {} as unknown };
    loaded[file] = module;
    const require = (name: string): unknown => {
      const wanted = resolve(functions, file, name);
      return (loaded[wanted] ?? load(wanted)).exports;
    };
    // By its own name: as a method it would have all the files for its `this`.
    const run = functions[file];
    const result = run?.(module.exports as object, require, module);
    return { exports: module.exports, result };
  };
  return load(entry).result;
}

/** `./b` or `../b.js` as seen from a file. Throws, in Node's words, for what is not there. */
function resolve(functions: ModuleFunctions, from: string, name: string): string {
  const path = normalize(`${folderOf(from)}${name}`);
  for (const candidate of [path, `${path}.js`, `${path}.mjs`, `${path}.json`]) {
    if (own(functions, candidate)) return candidate;
  }
  throw new Error(`Cannot find module '${name}'`);
}

const { hasOwn: own } = Object;

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
