import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One way to harm a file, or the whole folder of a database. */
export interface Damage {
  readonly how: How;
  /** Kind of file: `log`, `ldb`, `MANIFEST`, `CURRENT`, `sqlite`, `wal` …, or `folder`. */
  readonly kind: string;
  /** Below the profile. */
  readonly path: string;
}
const HOWS = ['flip a byte', 'flip 100 bytes', 'zero a block', 'zero all', 'truncate to half', 'truncate to nothing', 'delete'] as const;
type How = (typeof HOWS)[number];

const FOLDER = 'Default/IndexedDB';
const BLOCK = 4_096;

/** Every way to harm every kind of file in a closed profile's database, of several alike the largest. */
export function damagesOf(profile: string): Damage[] {
  const largest = new Map<string, { path: string; size: number }>();
  for (const entry of readdirSync(join(profile, FOLDER), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const kind = kindOf(path);
    const { size } = statSync(path);
    if (size > (largest.get(kind)?.size ?? -1)) largest.set(kind, { path, size });
  }
  const ofFiles = [...largest].flatMap(([kind, { path, size }]) =>
    HOWS.filter((how) => size > 0 || how === 'delete').map((how) => ({ how, kind, path: path.slice(profile.length + 1) })),
  );
  return [...ofFiles, { how: 'delete', kind: 'folder', path: FOLDER }];
}

export function kindOf(path: string): string {
  const name = basename(path);
  if (name.startsWith("MANIFEST")) return 'MANIFEST';
  if (/^\d+\.(?:log|ldb)$/.test(name)) return name.slice(name.indexOf('.') + 1);
  if (name.endsWith("-wal")) return 'wal';
  return /^[A-Z]+(?:\.old)?$/.test(name) ? name : 'sqlite';
}

/** Harms it. `random`: 0–1. */
export function damage(profile: string, { how, path }: Damage, random: () => number): void {
  const file = join(profile, path);
  if (!existsSync(file)) return;
  const { size } = statSync(file);
  switch (how) {
    case 'delete':
      rmSync(file, { recursive: true });
      return;
    case 'truncate to nothing':
      truncateSync(file, 0);
      return;
    case 'truncate to half':
      truncateSync(file, Math.floor(size / 2));
      return;
    case 'zero all':
      overwrite(file, 0, () => new Uint8Array(size));
      return;
    case 'zero a block':
      overwrite(file, Math.floor((random() * size) / BLOCK) * BLOCK, (rest) => new Uint8Array(Math.min(BLOCK, rest)));
      return;
    case 'flip a byte':
      flip(file, Math.floor(random() * size));
      return;
    case 'flip 100 bytes':
      for (let n = 0; n < 100; n++) flip(file, Math.floor(random() * size));
  }
}

function overwrite(file: string, at: number, bytesFor: (rest: number) => Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytesFor(statSync(file).size - at), 0, null, at);
  closeSync(handle);
}

function flip(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  const byte = new Uint8Array(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 0xff;
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}
