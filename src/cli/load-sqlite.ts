import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { LoadSqlite } from '../packs/import/anki/open-database.ts';

/** SQLite's compiled code from the installed package. */
export const loadSqlite: LoadSqlite = async () => {
  const file = await readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
  return new Uint8Array(file).buffer;
};
