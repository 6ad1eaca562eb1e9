import { badPack, PackRefused } from './bad-pack.ts';

/** What a zip may unfold into. Bytes. */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
}

export interface ZipEntry {
  readonly path: string;
  /** Where its packed bytes begin in the file. */
  readonly start: number;
  /** Bytes in the file, and unpacked. */
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly isDeflated: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
/** "Look in the zip64 record instead." */
const ZIP64 = 0xffffffff;
const LONGEST_PATH = 240;

/** Central and local header agree from here on: flags, method, time, checksum, sizes, name's length (APPNOTE 4.3.7, 4.3.12). */
interface Header {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly nameLength: number;
  readonly extraLength: number;
}

/**
 * The entries of a zip by path, as its central directory has them. Throws PackRefused for whatever a plain zip has not:
 * encryption, zip64, several disks, entries that overlap, names twice (letter case aside), paths that lead out, headers
 * that contradict each other, bombs, and more than `limits` allow.
 */
export function readDirectory(bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  const isSplit = view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count;
  if (isSplit || count === 0xffff || at === ZIP64) throw refused('Damaged', 'It is a zip of a kind that is not read here (split, or zip64).');
  if (count > limits.entries) throw refused('TooLarge', `It holds ${count} files; ${limits.entries} is the most.`);

  const entries = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  const taken: (readonly [from: number, to: number])[] = [[at, bytes.length]];
  let next = at;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (next + CENTRAL_SIZE > end || view.getUint32(next, true) !== CENTRAL) throw refused('Damaged', 'Its list of files is cut short.');
    const header = headerAt(view, next + 8);
    const offset = view.getUint32(next + 42, true);
    const nameAt = next + CENTRAL_SIZE;
    next = nameAt + header.nameLength + header.extraLength + view.getUint16(next + 32, true);
    if (next > end) throw refused('Damaged', 'Its list of files is cut short.');
    const name = nameOf(bytes.subarray(nameAt, nameAt + header.nameLength));
    if (seen.has(name.toLowerCase())) throw refused('Unsafe', `It holds \`${name}\` twice.`);
    seen.add(name.toLowerCase());
    const start = startOf(view, bytes, offset, header, name);
    taken.push([offset, start + header.packed]);
    if (name.endsWith('/')) continue;
    total += header.size;
    if (header.size > limits.entryBytes || total > limits.totalBytes) throw refused('TooLarge', tooLarge(name, header.size, total, limits));
    if (isBomb(header)) throw refused('Unsafe', `\`${name}\` unpacks to ${header.size} bytes out of ${header.packed}.`);
    entries.set(name, { path: name, start, packed: header.packed, size: header.size, crc: header.crc, isDeflated: header.method === 8 });
  }
  refuseOverlaps(taken);
  return entries;
}

/** Small ones do no harm, and nothing large that somebody made packs so well. */
const isBomb = ({ packed, size }: Header): boolean => size > SMALL && size > MOST_TIMES * packed;
const SMALL = 1024 * 1024;
const MOST_TIMES = 200;

function headerAt(view: DataView, at: number): Header {
  return {
    flags: view.getUint16(at, true),
    method: view.getUint16(at + 2, true),
    crc: view.getUint32(at + 8, true),
    packed: view.getUint32(at + 12, true),
    size: view.getUint32(at + 16, true),
    nameLength: view.getUint16(at + 20, true),
    extraLength: view.getUint16(at + 22, true),
  };
}

/** The record at the very end; only its own comment may come behind. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw refused('NotAPack', 'It is not a zip, or its end is missing.');
}

/** Where the packed bytes begin, once the entry's own header has been held against the directory. */
function startOf(view: DataView, bytes: Uint8Array, offset: number, header: Header, name: string): number {
  const { flags, method, packed, size } = header;
  if ((flags & 1) !== 0) throw refused('Damaged', `\`${name}\` is encrypted.`);
  if (method !== 0 && method !== 8) throw refused('Damaged', `\`${name}\` is packed in a way that is not read here (${method}).`);
  if (method === 0 && packed !== size) throw refused('Damaged', `\`${name}\` has two sizes.`);
  if (offset + LOCAL_SIZE > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw refused('Damaged', `\`${name}\` is not where the list of files has it.`);
  const local = headerAt(view, offset + 6);
  // Written while the sizes were not known yet: they follow the data, and the directory alone has them.
  const comesLater = (flags & 8) !== 0 && local.packed === 0 && local.size === 0;
  const isSame = local.method === method && (comesLater || (local.packed === packed && local.size === size));
  const start = offset + LOCAL_SIZE + local.nameLength + local.extraLength;
  if (!isSame || start + packed > view.byteLength || nameOf(bytes.subarray(offset + LOCAL_SIZE, offset + LOCAL_SIZE + local.nameLength)) !== name) {
    throw refused('Damaged', `\`${name}\` contradicts the list of files.`);
  }
  return start;
}

/** Names of devices, which Windows opens whatever the folder. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function nameOf(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused('Unsafe', 'It holds a file whose name is not UTF-8.');
  }
  const parts = name.replace(/\/$/, '').split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\u0000-\u001f\u007f\\:*?"<>|]|[. ]$/.test(part) && !DEVICE.test(part));
  if (!isPlain || name.length > LONGEST_PATH) throw refused('Unsafe', `It holds a file with a name that is not plain: ${JSON.stringify(name.slice(0, 80))}.`);
  return name;
}

/** Files that share bytes unfold into more than the file could hold. */
function refuseOverlaps(taken: readonly (readonly [number, number])[]): void {
  const sorted = taken.toSorted(([a], [b]) => a - b);
  sorted.forEach(([from], i) => {
    if (from < (sorted[i - 1]?.[1] ?? 0)) throw refused('Unsafe', 'Files in it overlap.');
  });
}

const tooLarge = (name: string, size: number, total: number, { entryBytes, totalBytes }: ZipLimits): string =>
  size > entryBytes ? `\`${name}\` has ${size} bytes; ${entryBytes} is the most.` : `It unpacks to ${total} bytes or more; ${totalBytes} is the most.`;

const refused = (reason: 'NotAPack' | 'Damaged' | 'Unsafe' | 'TooLarge', message: string): PackRefused => new PackRefused(badPack(reason, message));
