import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import { decodeText } from '../../packs/import/decode-text.ts';
import { formatOf, mayBe, type Format } from '../../packs/import/formats.ts';
import { mediaTypeOf } from '../../packs/pictures.ts';

/** A file, or a folder that is one thing (a track, a package), and what it is taken for. */
export interface Found {
  readonly path: string;
  readonly format: Format;
  readonly isFolder: boolean;
}

export interface NothingFound {
  readonly type: 'NothingFound';
  /** What is wrong and what to do. */
  readonly message: string;
}

/** What there is to import under a path. `format` null: each file is taken for what it looks like. */
export function findFiles(path: string, format: Format | null): Result<readonly Found[], NothingFound> {
  const root = resolve(path);
  if (!existsSync(root)) return nothing(`${root} does not exist. Name a file, or a folder of files.`);
  if (!statSync(root).isDirectory()) {
    const told = format ?? formatOf(root, beginningOf(root));
    if (told === null || told === 'exercism') return nothing(`${root} is of no format that is known here. --format says which it is.`);
    return ok([{ path: root, format: told, isFolder: false }]);
  }
  if (format === 'exercism' || (format === null && isTrack(root))) return ok([{ path: root, format: 'exercism', isFolder: true }]);
  const found = walk(root, format);
  const what = format === null ? 'no file of a format that is known here' : `no file of the format ${format}`;
  return found.length === 0 ? nothing(`${root} holds ${what}.`) : ok(withoutTests(found));
}

/** Tests of QTI name items; where those lie beside them, each is imported by itself. */
function withoutTests(found: readonly Found[]): Found[] {
  const isLoose = ({ format, isFolder, path }: Found): boolean => format === 'qti' && !isFolder && path.toLowerCase().endsWith('.xml');
  const isTest = new Set(found.filter((each) => isLoose(each) && !/<(?:\w+:)?(?:(?:qti-)?assessment-?item|questestinterop)[\s>]/i.test(beginningOf(each.path))));
  const hasItems = found.some((each) => isLoose(each) && !isTest.has(each));
  return hasItems ? found.filter((each) => !isTest.has(each)) : [...found];
}

const isTrack = (root: string): boolean => existsSync(join(root, 'config.json')) && existsSync(join(root, 'exercises'));

function walk(folder: string, format: Format | null): Found[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  if ((format === null || format === 'qti') && names.some(({ name }) => name.toLowerCase() === 'imsmanifest.xml')) {
    return [{ path: folder, format: 'qti', isFolder: true }];
  }
  return names.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry): Found[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path, format);
    if (!entry.isFile() || isAboutOthers(entry.name, format)) return [];
    if (format !== null) return mayBe(format, path) ? [{ path, format, isFolder: false }] : [];
    const told = formatOf(path, beginningOf(path));
    return told === null ? [] : [{ path, format: told, isFolder: false }];
  });
}

/** What lies in any folder of files and is none of them; many a quiz is somebody's README. */
const isAboutOthers = (name: string, format: Format | null): boolean =>
  /^(?:licen[cs]e|changelog|contributing|code_of_conduct)\b/i.test(name) || (format !== 'markdown' && /^readme\b/i.test(name));

const BEGINNING = 200_000;
const beginningOf = (path: string): string => decodeText(readFileSync(path).subarray(0, BEGINNING));

/** Everything in a folder, by path from it, with `/`. */
export function filesBelow(folder: string, isWanted: (path: string) => boolean = () => true): { [path: string]: Uint8Array } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter(isWanted);
  return Object.fromEntries(paths.map((path) => [relative(folder, path).replaceAll(sep, '/'), new Uint8Array(readFileSync(path))]));
}

/** Pictures and items beside a file: what it may name. Those of one folder are read once. */
export function createNeighbours(): (path: string, format: Format) => { readonly [path: string]: Uint8Array } {
  const known = new Map<string, { readonly [path: string]: Uint8Array }>();
  return (path, format) => {
    if (format !== 'markdown' && format !== 'liascript' && format !== 'qti') return {};
    const key = `${format} ${dirname(path)}`;
    const found = known.get(key) ?? filesBelow(dirname(path), (file) => mediaTypeOf(file) !== null || (format === 'qti' && file.endsWith('.xml')));
    known.set(key, found);
    return found;
  };
}

const nothing = (message: string): Result<never, NothingFound> => fail({ type: 'NothingFound', message });
