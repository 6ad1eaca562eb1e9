import type { Entry, Place, Rows } from './entry.ts';

/** Null where the line is none: the journal goes on without it. */
export function readEntry(line: string): Entry | null {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isObject(raw) || typeof raw.schema !== 'number' || typeof raw.at !== 'number') return null;
  const { schema, at, put, gone, places } = raw;
  if (!isObject(put) || !Object.values(put).every(isListOfRows)) return null;
  if (!isObject(gone) || !Object.values(gone).every(isListOfIds)) return null;
  if (!Array.isArray(places) || !places.every(isObject)) return null;
  return { schema, at, put: put as Rows, gone: gone as Entry['gone'], places: places as unknown as Place[] };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOfIds = (value: unknown): boolean => Array.isArray(value) && value.every((id) => typeof id === 'string');
const isListOfRows = (value: unknown): boolean =>
  Array.isArray(value) && value.every((row) => isObject(row) && typeof row.id === 'string');
