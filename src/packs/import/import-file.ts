import { fail, type Result } from '../../core/result.ts';
import { badFile, type BadFile } from './bad-file.ts';
import { decodeText } from './decode-text.ts';
import type { Format } from './formats.ts';
import type { ImportedFile } from './imported.ts';
import { PackRefused } from '../pack/bad-pack.ts';
import { openZip } from '../pack/zip.ts';

export interface FileToImport {
  /** For the words of findings, and as what other files it names are found from. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What lies around it, by path from its own folder: pictures, items. */
  readonly beside: { readonly [path: string]: Uint8Array };
}

export interface Helpers {
  /** Brings `sql.js/dist/sql-wasm.wasm`. */
  readonly loadSqlite: () => Promise<ArrayBuffer>;
}

/** One file of a format; each importer is loaded when it is needed. */
export async function importFile(
  format: Exclude<Format, 'exercism'>,
  { path, bytes, beside }: FileToImport,
  helpers: Helpers,
): Promise<Result<ImportedFile, BadFile>> {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  switch (format) {
    case 'moodle-xml':
      return (await import('./moodle-xml/import-moodle-xml.ts')).importMoodleXml(decodeText(bytes), name);
    case 'gift':
      return (await import('./gift/import-gift.ts')).importGift(decodeText(bytes), name);
    case 'aiken':
      return (await import('./aiken/import-aiken.ts')).importAiken(decodeText(bytes), name);
    case 'markdown':
      return (await import('./markdown-quiz/import-markdown-quiz.ts')).importMarkdownQuiz(decodeText(bytes), name, beside);
    case 'liascript':
      return (await import('./liascript/import-liascript.ts')).importLiaScript(decodeText(bytes), name, beside);
    case 'csv':
      return (await import('./csv/import-csv.ts')).importCsv(decodeText(bytes), name);
    case 'qti': {
      const qti = await import('./qti/import-qti.ts');
      return isZip(bytes) ? unzipped(bytes, qti.importQtiPackage) : qti.importQtiItem(decodeText(bytes), name, beside);
    }
    case 'anki': {
      const { importAnki } = await import('./anki/import-anki.ts');
      return unzipped(bytes, (files) => importAnki(files, helpers.loadSqlite));
    }
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const MB = 1024 * 1024;
const LIMITS = { entries: 50_000, entryBytes: 200 * MB, totalBytes: 400 * MB };

type Files = { readonly [path: string]: Uint8Array<ArrayBuffer> };
type Outcome = Result<ImportedFile, BadFile>;

async function unzipped(bytes: Uint8Array, read: (files: Files) => Outcome | Promise<Outcome>): Promise<Outcome> {
  let files: Files;
  try {
    const zip = openZip(bytes, LIMITS);
    files = Object.fromEntries(zip.paths.map((path) => [path, zip.read(path)]));
  } catch (error) {
    if (error instanceof PackRefused) return fail(badFile(error.bad.message));
    throw error;
  }
  return read(files);
}
