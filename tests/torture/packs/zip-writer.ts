import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as it shall be written; each number that is given is a lie, or at least no longer looked up. */
export interface Entry {
  readonly name: string | Uint8Array;
  /** Unpacked. */
  readonly data: Uint8Array;
  /** 8 unless given: deflated. */
  readonly method?: number;
  /** What stands in the file in place of the packed data. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  /** Sizes and checksum follow the data, and are 0 before them. */
  readonly isDescribedLater?: boolean;
  readonly extra?: Uint8Array;
  readonly attributes?: number;
  readonly central?: Lies;
  readonly local?: Lies;
}
interface Lies {
  readonly name?: string;
  readonly method?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly crc?: number;
  readonly offset?: number;
}

export interface ZipPlan {
  readonly entries: readonly Entry[];
  readonly comment?: Uint8Array;
  readonly before?: Uint8Array;
  readonly end?: { readonly count?: number; readonly disk?: number; readonly at?: number };
}

const LEVEL = { level: 6 };
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A zip (APPNOTE 6.3) that says what it is told to say. */
export function writeZip({ entries, comment = new Uint8Array(), before = new Uint8Array(), end = {} }: ZipPlan): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [before];
  let at = before.length;
  const put = (...some: readonly Uint8Array[]): void => {
    for (const one of some) {
      parts.push(one);
      at += one.length;
    }
  };
  const listed = entries.map((entry) => {
    const offset = at;
    const { data, method = 8, extra = new Uint8Array(), isDescribedLater = false } = entry;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(data, LEVEL) : data);
    const flags = (entry.flags ?? 0x800) | (isDescribedLater ? 8 : 0);
    const honest = { method, packed: packed.length, size: data.length, crc: crc32(data) };
    const shown = isDescribedLater ? { ...honest, packed: 0, size: 0, crc: 0 } : honest;
    put(header(0x04034b50, flags, { ...shown, ...entry.local }, nameOf(entry.local?.name ?? entry.name), extra), packed);
    if (isDescribedLater) put(words(0x08074b50, honest.crc, honest.packed, honest.size));
    return { entry, offset, flags, ...honest, extra };
  });
  const list = at;
  for (const { entry, offset, flags, extra, ...one } of listed) {
    put(header(0x02014b50, flags, { ...one, offset, ...entry.central }, nameOf(entry.central?.name ?? entry.name), extra, entry.attributes));
  }
  const count = end.count ?? entries.length;
  const closing = new DataView(new ArrayBuffer(22));
  closing.setUint32(0, 0x06054b50, true);
  closing.setUint16(4, end.disk ?? 0, true);
  closing.setUint16(8, count, true);
  closing.setUint16(10, count, true);
  closing.setUint32(12, at - list, true);
  closing.setUint32(16, end.at ?? list, true);
  closing.setUint16(20, comment.length, true);
  put(new Uint8Array(closing.buffer), comment);
  return joined(parts);
}

/** A local header, or (with an offset) one of the directory. */
function header(signature: number, flags: number, lies: Lies, name: Uint8Array, extra: Uint8Array, attributes = 0): Uint8Array {
  const isCentral = lies.offset !== undefined;
  const view = new DataView(new ArrayBuffer(isCentral ? 46 : 30));
  const from = isCentral ? 6 : 4;
  view.setUint32(0, signature, true);
  // Made on Unix, where attributes say what is a link.
  if (isCentral) view.setUint16(4, 0x0314, true);
  view.setUint16(from, 20, true);
  view.setUint16(from + 2, flags, true);
  view.setUint16(from + 4, lies.method ?? 8, true);
  view.setUint16(from + 8, 0x21, true);
  view.setUint32(from + 10, lies.crc ?? 0, true);
  view.setUint32(from + 14, lies.packed ?? 0, true);
  view.setUint32(from + 18, lies.size ?? 0, true);
  view.setUint16(from + 22, name.length, true);
  view.setUint16(from + 24, extra.length, true);
  if (isCentral) view.setUint32(38, attributes, true);
  if (isCentral) view.setUint32(42, lies.offset ?? 0, true);
  return joined([new Uint8Array(view.buffer), name, extra]);
}

const nameOf = (name: string | Uint8Array): Uint8Array => (typeof name === 'string' ? bytesOf(name) : name);

function words(...numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, i) => view.setUint32(4 * i, number, true));
  return new Uint8Array(view.buffer);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
