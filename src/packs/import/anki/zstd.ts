import { decompress } from 'fzstd';

/** Bytes that a block holds at most. */
const BLOCK = 131_072;
/** Bytes moved while unpacking: the unpacker shifts the whole window once a block where a frame does not say its length. */
const MOST_MOVED = 2e10;
/** Bytes, as in the format's own tool. */
const MOST_WINDOW = 2 ** 27;

/**
 * The content of a zstd frame, or null where it is none, is broken, or might be longer than `most` bytes. That is told
 * from the headers of its blocks, before anything is unpacked. What follows the first frame is not read.
 */
export function unzstd(bytes: Uint8Array, most: number): Uint8Array | null {
  const frame = frameOf(bytes);
  if (frame === null || frame.longest > most || frame.window > MOST_WINDOW || frame.blocks * frame.window > MOST_MOVED) return null;
  try {
    return decompress(bytes.subarray(0, frame.end));
  } catch {
    return null;
  }
}

export const isZstd = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;

interface Frame {
  /** Bytes that its blocks can hold, or that it says, whichever is more. */
  readonly longest: number;
  readonly window: number;
  readonly blocks: number;
  /** Offset behind its last byte. */
  readonly end: number;
}

/** RFC 8878, 3.1.1. */
function frameOf(bytes: Uint8Array): Frame | null {
  if (!isZstd(bytes)) return null;
  const at = (offset: number): number => bytes[offset] ?? 0;
  const flags = at(4);
  const isSingle = (flags & 32) !== 0;
  const sizeFlag = flags >> 6;
  const idBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  const sizeBytes = sizeFlag > 0 ? 1 << sizeFlag : isSingle ? 1 : 0;
  const sizeAt = (isSingle ? 5 : 6) + idBytes;
  let size = sizeFlag === 1 ? 256 : 0;
  for (let i = 0; i < sizeBytes; i++) size += at(sizeAt + i) * 256 ** i;
  const base = 2 ** (10 + (at(5) >> 3));
  const window = isSingle ? size : base + (base / 8) * (at(5) & 7);

  let offset = sizeAt + sizeBytes;
  let held = 0;
  for (let blocks = 1; offset + 3 <= bytes.length; blocks++) {
    const header = at(offset) | (at(offset + 1) << 8) | (at(offset + 2) << 16);
    const type = (header >> 1) & 3;
    const length = header >> 3;
    if (type === 3) return null;
    held += type === 2 ? BLOCK : length;
    offset += 3 + (type === 1 ? 1 : length);
    if ((header & 1) === 1) {
      const end = offset + (flags & 4 ? 4 : 0);
      return end > bytes.length ? null : { longest: Math.max(size, held), window, blocks, end };
    }
  }
  return null;
}
