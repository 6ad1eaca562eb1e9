/**
 * How a journal's lines lie in a file: each as `HBJ1`, its length in bytes, the CRC-32 of its bytes with all bits
 * turned (so that zeros are never a record), its bytes (UTF-8); both numbers 32 bits, little-endian. What follows the
 * last record is zeros: the file is longer than it need be, since appending fails on a full disk and overwriting does
 * not.
 */
const MAGIC = [0x48, 0x42, 0x4a, 0x31] as const;
const HEADER = 12;
/** No line is longer; a length beyond it is damage. */
const MAX_LINE = 64 * 1024 * 1024;

export interface ReadRecords {
  readonly lines: readonly string[];
  /** Where the next record goes. */
  readonly end: number;
  /** Stretches that were no record and no zeros: torn writes, or damage. */
  readonly damaged: number;
}

export function encodeRecords(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const bodies = lines.map((line) => encoder.encode(line));
  const bytes = new Uint8Array(bodies.reduce((size, body) => size + HEADER + body.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const body of bodies) {
    bytes.set(MAGIC, at);
    view.setUint32(at + 4, body.length, true);
    view.setUint32(at + 8, ~crc32(body), true);
    bytes.set(body, at + HEADER);
    at += HEADER + body.length;
  }
  return bytes;
}

/** Reads as far as it is good, and goes on behind what is not. */
export function readRecords(bytes: Uint8Array): ReadRecords {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  const lines: string[] = [];
  let at = 0;
  let end = 0;
  let damaged = 0;
  while (at < bytes.length) {
    const body = bodyAt(bytes, view, at);
    if (body !== null) {
      lines.push(decoder.decode(body));
      end = at += HEADER + body.length;
      continue;
    }
    const next = nextMagic(bytes, at + 1);
    const stretch = bytes.subarray(at, next);
    // Zeros to the very end are room not used yet; zeros before another record were one once.
    if (next < bytes.length || stretch.some((byte) => byte !== 0)) {
      damaged += 1;
      end = next;
    }
    at = next;
  }
  // A torn end is written over: whatever it held was never acknowledged.
  return { lines, end: Math.min(end, bytes.length), damaged };
}

function bodyAt(bytes: Uint8Array, view: DataView, at: number): Uint8Array | null {
  if (at + HEADER > bytes.length || !isMagic(bytes, at)) return null;
  const length = view.getUint32(at + 4, true);
  if (length > MAX_LINE || at + HEADER + length > bytes.length) return null;
  const body = bytes.subarray(at + HEADER, at + HEADER + length);
  return crc32(body) === ~view.getUint32(at + 8, true) >>> 0 ? body : null;
}

const isMagic = (bytes: Uint8Array, at: number): boolean => MAGIC.every((byte, i) => bytes[at + i] === byte);

function nextMagic(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(MAGIC[0], from); at !== -1; at = bytes.indexOf(MAGIC[0], at + 1)) {
    if (isMagic(bytes, at)) return at;
  }
  return bytes.length;
}

let table: Uint32Array | null = null;

/** CRC-32 as zip and PNG use it (polynomial 0xEDB88320). */
export function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
