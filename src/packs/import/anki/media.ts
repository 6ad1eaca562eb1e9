import { isRecord, parseJson } from '../../../core/json.ts';
import { mediaTypeOf } from '../../pictures.ts';
import { fileNamed, type AnkiFiles } from './collection-file.ts';
import { messagesIn, numberIn, readMessage, textIn } from './protobuf.ts';
import { isZstd, unzstd } from './zstd.ts';

/** The pictures of a package. */
export interface Media {
  /** The file name that Markdown may use for a picture that a card names; null: it is not there, or is no picture. */
  readonly pathOf: (source: string) => string | null;
  /** By such a name; null: it is damaged. */
  readonly bytesOf: (path: string) => Uint8Array | null;
}

/** Bytes of one picture, unpacked. */
const MOST = 50 * 2 ** 20;
const MOST_LIST = 64 * 2 ** 20;

/** `media` says which entry of the package is which file: in JSON, or (newer) in zstd-packed protobuf, as is each file then. */
export function readMedia(files: AnkiFiles): Media {
  const list = fileNamed(files, 'media') ?? new Uint8Array();
  const isPacked = isZstd(list);
  const entries = isPacked ? packedEntries(unzstd(list, MOST_LIST)) : plainEntries(list);
  const paths = new Map<string, string>();
  const taken = new Map<string, string>();
  const unpacked = new Map<string, Uint8Array | null>();

  const pathOf = (source: string): string | null => {
    const name = [source, decoded(source)].map((each) => each.normalize('NFC')).find((each) => entries.has(each));
    if (name === undefined || mediaTypeOf(name) === null || fileNamed(files, entries.get(name) ?? '') === undefined) return null;
    const known = paths.get(name);
    if (known !== undefined) return known;
    const plain = name.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[.-]+/, '');
    const path = taken.has(plain.toLowerCase()) ? `${taken.size}-${plain}` : plain;
    paths.set(name, path);
    taken.set(path.toLowerCase(), entries.get(name) ?? '');
    return path;
  };
  const bytesOf = (path: string): Uint8Array | null => {
    const entry = taken.get(path.toLowerCase()) ?? '';
    const known = unpacked.get(entry);
    if (known !== undefined) return known;
    const bytes = fileNamed(files, entry) ?? null;
    const content = bytes !== null && isPacked ? unzstd(bytes, MOST) : bytes;
    unpacked.set(entry, content);
    return content;
  };
  return { pathOf, bytesOf };
}

/** File name → entry. */
function plainEntries(list: Uint8Array): ReadonlyMap<string, string> {
  const found = parseJson(new TextDecoder().decode(list));
  const named = isRecord(found) ? Object.entries(found) : [];
  return new Map(named.flatMap(([entry, name]) => (typeof name === 'string' ? [[name.normalize('NFC'), entry] as const] : [])));
}

/** `MediaEntries`: 1 are the entries in their order, and of each 1 is the name, 255 an entry's number that differs. */
function packedEntries(list: Uint8Array | null): ReadonlyMap<string, string> {
  const message = list === null ? null : readMessage(list);
  const found = message === null ? [] : messagesIn(message, 1);
  return new Map(
    found.map((bytes, i) => {
      const entry = readMessage(bytes) ?? new Map<never, never>();
      return [textIn(entry, 1).normalize('NFC'), String(entry.has(255) ? numberIn(entry, 255) : i)] as const;
    }),
  );
}

function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}
