import { resolved, type PackageFiles } from './package-files.ts';

/** The pictures that a lesson's words name: gathered while they are read. */
export interface Pictures {
  /** The path for Markdown of a picture named in a file; null where the package does not hold it. */
  readonly pathOf: (file: string, source: string) => string | null;
  readonly assets: { readonly [path: string]: Uint8Array };
}

export function createPictures(files: PackageFiles): Pictures {
  const assets: Record<string, Uint8Array> = {};
  const paths = new Map<string, string>();
  return {
    assets,
    pathOf: (file, source) => {
      const found = resolved(file, source);
      const bytes = found !== null && Object.hasOwn(files, found) ? files[found] : undefined;
      if (found === null || bytes === undefined || !/\.(?:png|jpe?g|gif|webp|svg)$/i.test(found)) return null;
      const known = paths.get(found);
      if (known !== undefined) return known;
      const path = freeName((found.split('/').at(-1) ?? found).toLowerCase().replace(/[^a-z0-9.-]+/g, '-'), assets);
      paths.set(found, path);
      assets[path] = bytes;
      return path;
    },
  };
}

function freeName(path: string, taken: Readonly<Record<string, Uint8Array>>): string {
  let name = path;
  for (let i = 2; Object.hasOwn(taken, name); i += 1) name = path.replace(/(?=\.[^.]*$)/, `-${i}`);
  return name;
}
