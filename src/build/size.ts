import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Vite's manifest, as far as it is read here: source or chunk name → what the build made of it. */
export interface BuildManifest {
  readonly [name: string]: {
    readonly file: string;
    readonly isEntry?: boolean;
    readonly imports?: readonly string[];
    readonly css?: readonly string[];
  };
}

/** Bytes over the wire at best compression, one file. */
export interface Weight {
  readonly file: string;
  readonly brotli: number;
}

/** The home screen's first load: at most this much script and style, brotli bytes. */
export const FIRST_LOAD_BYTES = 130_000;

/** The page's script and all it imports before it runs, with their styles; what loads later is not counted. */
export function firstLoadFiles(manifest: BuildManifest): string[] {
  const seen = new Set<string>();
  const walk = (name: string): string[] => {
    const chunk = manifest[name];
    if (chunk === undefined || seen.has(name)) return [];
    seen.add(name);
    return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap(walk)];
  };
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
  return [...new Set(entries.flatMap(walk))].filter((file) => /\.(js|css)$/.test(file));
}

/** Heaviest first. `folder` holds a build with its manifest. @throws where it holds none */
export function weighFirstLoad(folder: string): Weight[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as BuildManifest;
  const files = firstLoadFiles(manifest);
  if (files.length === 0) throw new Error(`${folder} holds no entry: build first`);
  return files
    .map((file) => ({ file, brotli: brotliCompressSync(readFileSync(join(folder, file))).length }))
    .sort((a, b) => b.brotli - a.brotli);
}
