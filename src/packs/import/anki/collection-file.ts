import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import { unzstd } from './zstd.ts';

/** Path inside the package (`collection.anki2`, `media`, `0`) → bytes. */
export type AnkiFiles = { readonly [path: string]: Uint8Array };

/** A database of 50,000 notes has some 50 MB. Bytes. */
const MOST = 512 * 2 ** 20;
const SQLITE = 'SQLite format 3\0';

/**
 * The SQLite database of a package. Where there are several, all but the newest only ask the reader to update Anki, so a
 * new one that cannot be read is never replaced by an old one.
 */
export function collectionIn(files: AnkiFiles): Result<Uint8Array, BadFile> {
  const packed = fileNamed(files, 'collection.anki21b');
  const plain = fileNamed(files, 'collection.anki21') ?? fileNamed(files, 'collection.anki2');
  if (packed === undefined && plain === undefined) {
    return fail(badFile('There is no Anki collection in this file: none of collection.anki21b, collection.anki21 and collection.anki2.'));
  }
  const bytes = packed === undefined ? plain : unzstd(packed, MOST);
  if (bytes === null || bytes === undefined) {
    return fail(badFile('collection.anki21b cannot be unpacked: it is damaged, or longer than 512 MB. Export the deck from Anki again.'));
  }
  if (bytes.length > MOST) return fail(badFile('The Anki collection is longer than 512 MB. Export one deck at a time.'));
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, SQLITE.length));
  if (start !== SQLITE) return fail(badFile('The Anki collection in this file is no SQLite database. Export the deck from Anki again.'));
  return ok(bytes);
}

export const fileNamed = (files: AnkiFiles, name: string): Uint8Array | undefined =>
  Object.hasOwn(files, name) ? files[name] : undefined;
