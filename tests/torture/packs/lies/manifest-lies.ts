import { entriesOf, jsonBytes, manifestOf, toFiles, type Files, type Manifest } from '../pack-parts.ts';
import { bytesOf, writeZip } from '../zip-writer.ts';
import type { Dice, Lie } from './lie.ts';

/** The manifest, or the files behind its back, are changed. */
const manifestLie = (name: string, must: Lie['must'], change: (manifest: Manifest, files: Files, dice: Dice) => void): Lie => ({
  name: `manifest: ${name}`,
  must,
  make(parts, dice) {
    const files = toFiles(parts);
    const manifest = manifestOf(files);
    change(manifest, files, dice);
    return writeZip({ entries: entriesOf(files, manifest) });
  },
});

/** The manifest's text as it stands. */
const rawManifest = (name: string, must: Lie['must'], text: (manifest: Manifest) => Uint8Array): Lie => ({
  name: `manifest: ${name}`,
  must,
  make(parts) {
    const files = toFiles(parts);
    return writeZip({ entries: [{ name: 'MANIFEST.json', data: text(manifestOf(files)) }, ...entriesOf(files).slice(1)] });
  },
});

const anyPath = (files: Files, { pick }: Dice): string => pick([...files.keys()]);
const entryOf = (manifest: Manifest, path: string): Manifest['files'][string] => manifest.files[path] ?? { sha256: '', size: 0 };

export const MANIFEST_LIES: readonly Lie[] = [
  manifestLie('another hash', 'refused', (manifest, files, dice) => (entryOf(manifest, anyPath(files, dice)).sha256 = '0'.repeat(64))),
  manifestLie('a hash of another kind', 'refused', (manifest, files, dice) => (entryOf(manifest, anyPath(files, dice)).sha256 = dice.pick(['', 'x', null, 5, 'A'.repeat(64)]))),
  manifestLie('another size', 'refused', (manifest, files, dice) => {
    const entry = entryOf(manifest, anyPath(files, dice));
    entry.size = dice.pick([0, 1, 99_999_999, Number(entry.size) + 1]);
  }),
  manifestLie('a size of another kind', 'refused', (manifest, files, dice) => (entryOf(manifest, anyPath(files, dice)).size = dice.pick([-1, 0.5, '12', null, [], 1e400]))),
  manifestLie('a file that is not there', 'refused', (manifest) => (manifest.files['lessons/001-lesson/missing.svg'] = { sha256: 'a'.repeat(64), size: 5 })),
  manifestLie('a file it does not name', 'refused', (manifest, files, dice) => Reflect.deleteProperty(manifest.files, anyPath(files, dice))),
  manifestLie('a stray file', 'refused', (_, files) => files.set('virus.exe', bytesOf('MZ'))),
  manifestLie('a file taken away', 'refused', (_, files, dice) => files.delete(anyPath(files, dice))),
  manifestLie('another content', 'refused', (_, files, dice) => files.set(anyPath(files, dice), bytesOf('{}'))),
  manifestLie('a later format', 'refused', (manifest, _, { pick }) => (manifest.format = pick([2, 3, 1e9]))),
  manifestLie('a format that never was', 'refused', (manifest, _, { pick }) => (manifest.format = pick([0, -1, 1.5, '1', null, [], {}]))),
  manifestLie('a later app', 'refused', (manifest, _, { pick }) => (manifest.needs = pick(['0.1.1', '1.0.0', '999999999999999999999.0.0']))),
  manifestLie('an app that never was', 'refused', (manifest, _, { pick }) => (manifest.needs = pick(['', '1', '1.0', '0.1.0-x', 'latest', null, 1, [], `${'9'.repeat(400)}.0.0x`]))),
  manifestLie('a field nobody knows', null, (manifest, _, { pick }) => (manifest[pick(['more', 'toString', 'constructor'])] = { x: 1 })),
  manifestLie('itself', 'refused', (manifest) => (manifest.files['MANIFEST.json'] = { sha256: 'a'.repeat(64), size: 5 })),
  manifestLie('names of prototypes', 'refused', (manifest, files) => {
    files.set('constructor', bytesOf('x'));
    Object.assign(manifest.files, manifestOf(files).files);
  }),
  manifestLie('very many names', 'refused', (manifest) => {
    for (let i = 0; i < 30_000; i += 1) manifest.files[`f/${i}`] = { sha256: 'a'.repeat(64), size: 5 };
  }),
  rawManifest('no JSON', 'refused', () => bytesOf('{')),
  rawManifest('nothing', 'refused', () => bytesOf('')),
  rawManifest('a list', 'refused', () => bytesOf('[]')),
  rawManifest('not UTF-8', 'refused', () => new Uint8Array([0x7b, 0xff, 0x7d])),
  rawManifest('very deep', 'refused', () => bytesOf(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)),
  rawManifest('a prototype', null, (manifest) => bytesOf(JSON.stringify(manifest).replace('{"format"', '{"__proto__":{"format":2},"format"'))),
  rawManifest('a field twice', null, (manifest) => bytesOf(JSON.stringify(manifest).replace('{"format"', '{"format":7,"format"'))),
  rawManifest('too long', 'refused', (manifest) => bytesOf(`${' '.repeat(6 * 1024 * 1024)}${JSON.stringify(manifest)}`)),
  rawManifest('of wrong entries', 'refused', (manifest) =>
    jsonBytes({ ...manifest, files: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, 1])) })),
];
