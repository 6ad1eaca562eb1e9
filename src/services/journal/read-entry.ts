import { isRecord, parseJson } from '../../core/json.ts';
import type { Entry, Place, Rows } from './entry.ts';

/** Null where the line is none: the journal goes on without it. */
export function readEntry(line: string): Entry | null {
  const raw = parseJson(line);
  if (!isRecord(raw) || typeof raw.schema !== 'number' || typeof raw.at !== 'number') return null;
  const { schema, at, put, gone, places } = raw;
  if (!isRecord(put) || !Object.values(put).every(isListOfRows)) return null;
  if (!isRecord(gone) || !Object.values(gone).every(isListOfIds)) return null;
  if (!Array.isArray(places) || !places.every(isRecord)) return null;
  return { schema, at, put: put as Rows, gone: gone as Entry['gone'], places: places as unknown as Place[] };
}

const isListOfIds = (value: unknown): boolean => Array.isArray(value) && value.every((id) => typeof id === 'string');
const isListOfRows = (value: unknown): boolean =>
  Array.isArray(value) && value.every((row) => isRecord(row) && typeof row.id === 'string');
