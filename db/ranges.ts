import { Dexie } from 'dexie';
import { packIdOf, type Id } from './models/ids.ts';

/** Below and above every key, for the open part of a compound index. */
export const MIN = Dexie.minKey as unknown;
export const MAX = Dexie.maxKey as unknown;

/** All keys of a compound index that begin with these parts, whatever its last part is. */
export const startingWith = (...parts: readonly unknown[]): [unknown[], unknown[]] => [
  [...parts, MIN],
  [...parts, MAX],
];

/** Stretches that are asked for at once. */
const AT_ONCE = 10;

/**
 * The rows of many ids, in the order of the ids: stretch after stretch, each by one request of moderate size, so that
 * whoever waits for very many goes on answering meanwhile. What else lies in a stretch is read and left out.
 */
export async function readStretches<R>(
  ids: readonly Id[],
  stretches: readonly (readonly Id[])[],
  idOf: (row: R) => Id,
  read: (first: Id, last: Id) => PromiseLike<readonly R[]>,
): Promise<R[]> {
  const rows: R[] = [];
  for (let at = 0; at < stretches.length; at += AT_ONCE) {
    const some = stretches.slice(at, at + AT_ONCE).map((stretch) => read(stretch[0] ?? '', stretch.at(-1) ?? ''));
    for (const page of await Promise.all(some)) for (const row of page) rows.push(row);
  }
  return inOrderOf(ids, rows, idOf);
}

/** The rows of these ids in the order of the ids, those of one in the order they came in; others are left out. */
export function inOrderOf<R>(ids: readonly Id[], rows: readonly R[], idOf: (row: R) => Id): R[] {
  const found = new Map<Id, R[]>();
  for (const row of rows) {
    const id = idOf(row);
    const others = found.get(id);
    if (others === undefined) found.set(id, [row]);
    else others.push(row);
  }
  // Of very many ids, few may have rows.
  const ordered: R[] = [];
  for (const id of ids) {
    for (const row of found.get(id) ?? []) ordered.push(row);
    // An id may be named twice.
    found.delete(id);
  }
  return ordered;
}

/**
 * Ids that lie together in an index: of one pack, sorted as the database sorts, each once, at most so many. An id that
 * names no pack lies anywhere, and stands alone. `isCut`: something else lies before this one.
 */
export function stretchesOf(ids: readonly Id[], atMost: number, isCut: (id: Id) => boolean = () => false): Id[][] {
  const stretches: Id[][] = [];
  let pack: string | null = null;
  for (const id of [...new Set(ids)].sort()) {
    const last = stretches.at(-1);
    const isTogether = pack !== null && pack === packIdOf(id);
    pack = packIdOf(id);
    if (last === undefined || !isTogether || last.length >= atMost || isCut(id)) stretches.push([id]);
    else last.push(id);
  }
  return stretches;
}

/** The first and the last of these ids, pack by pack; those that name none have no place beside others. */
export function spansOf(ids: readonly Id[]): { readonly spans: readonly (readonly [first: Id, last: Id])[]; readonly single: readonly Id[] } {
  const spans = new Map<string, [Id, Id]>();
  const single: Id[] = [];
  for (const id of ids) {
    const pack = packIdOf(id);
    const span = pack === null ? undefined : spans.get(pack);
    if (pack === null) single.push(id);
    else if (span === undefined) spans.set(pack, [id, id]);
    else if (id < span[0]) span[0] = id;
    else if (id > span[1]) span[1] = id;
  }
  return { spans: [...spans.values()], single };
}

/** Rows that are read at once. */
const PAGE = 500;

/**
 * All rows of a range, page after page, so that whoever waits for very many goes on answering meanwhile. `read` gives
 * so many from a key on; keys may be the same for several rows.
 */
export async function readPages<R extends { readonly id: Id }>(
  start: unknown,
  keyOf: (row: R) => unknown,
  read: (from: unknown, limit: number) => PromiseLike<readonly R[]>,
): Promise<R[]> {
  const found = new Map<Id, R>();
  let from = start;
  // The next page begins with those of the last key again.
  for (let again = 0; ; ) {
    const page = await read(from, PAGE + again);
    for (const row of page) found.set(row.id, row);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE + again) return [...found.values()];
    from = keyOf(last);
    const key = JSON.stringify(from);
    again = page.filter((row) => JSON.stringify(keyOf(row)) === key).length;
  }
}
