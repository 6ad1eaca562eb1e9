import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { assemble } from '../../../src/packs/import/assemble.ts';
import { formatOf } from '../../../src/packs/import/formats.ts';
import { importFile } from '../../../src/packs/import/import-file.ts';
import { tryPack } from './try-pack.ts';
import type { Outcome } from './outcome.ts';

const SQLITE = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
const loadSqlite = async (): Promise<ArrayBuffer> => new Uint8Array(await readFile(SQLITE)).buffer;

/** Any file: a pack is installed, anything else is imported in the format that it is taken for. */
export async function tryFile(path: string): Promise<Outcome> {
  const bytes = new Uint8Array(readFileSync(path));
  if (/\.(?:hornpack|zip)$/i.test(path)) return tryPack({ name: path, bytes, must: null });
  const began = performance.now();
  const ended = (end: Outcome['end'], why: string): Outcome => ({ name: path, end, why, ms: performance.now() - began });
  const format = formatOf(path, new TextDecoder().decode(bytes.subarray(0, 100_000)));
  if (format === null || format === 'exercism') return ended('refused', 'no format that is known');
  try {
    const imported = await importFile(format, { path, bytes, beside: {} }, { loadSqlite });
    if (!imported.ok) return imported.error.message === '' ? ended('partial', 'refused without a reason') : ended('refused', imported.error.message);
    const found = imported.value.lessons.flatMap(({ items }) => items).length;
    const { items } = assemble([{ file: path, format, imported: imported.value }]);
    if (items.length !== found) return ended('partial', `${items.length} of ${found} items in the report`);
    const silent = items.filter(({ status, reason }) => status !== 'imported' && reason === '').length;
    return silent === 0 ? ended('whole', `${found} items`) : ended('partial', `${silent} items without a reason`);
  } catch (cause) {
    return ended('partial', `threw ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`.slice(0, 1000));
  }
}
