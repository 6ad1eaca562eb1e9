import { Inflate } from 'fflate';
import { badPack, PackRefused } from './bad-pack.ts';
import { crc32 } from './crc32.ts';
import { readDirectory, type ZipEntry, type ZipLimits } from './zip-directory.ts';

/** A zip whose directory was read and found sound; nothing is unpacked before it is asked for. */
export interface Zip {
  /** In the order of the directory, folders left out. */
  readonly paths: readonly string[];
  /** Unpacked bytes of all entries, as the directory has it; `read` holds each entry to it. */
  readonly totalBytes: number;
  sizeOf(path: string): number;
  has(path: string): boolean;
  /** Throws PackRefused when the entry is not what the directory says. */
  read(path: string): Uint8Array<ArrayBuffer>;
}

/** Throws PackRefused for anything but a plain zip within `limits`: see `readDirectory`. */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Zip {
  const entries = readDirectory(bytes, limits);
  const find = (path: string): ZipEntry => {
    const entry = entries.get(path);
    if (entry === undefined) throw new PackRefused(badPack('Damaged', `${path} is not in the file.`));
    return entry;
  };
  return {
    paths: [...entries.keys()],
    totalBytes: [...entries.values()].reduce((sum, { size }) => sum + size, 0),
    sizeOf: (path) => find(path).size,
    has: (path) => entries.has(path),
    read: (path) => {
      const entry = find(path);
      const data = unpack(bytes, entry);
      if (crc32(data) !== entry.crc) throw new PackRefused(badPack('Damaged', `${path} is damaged: its checksum is another.`));
      return data;
    },
  };
}

/** So little is fed at a time that a bomb is noticed before it fills the memory: deflate gives at most 1,032 times as much. */
const STEP = 4096;

function unpack(bytes: Uint8Array, { path, start, packed, size, isDeflated }: ZipEntry): Uint8Array<ArrayBuffer> {
  const source = bytes.subarray(start, start + packed);
  if (!isDeflated) return source.slice();
  const out = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw lying(path, `more than the ${size} bytes`);
    out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed; at += STEP) inflate.push(source.subarray(at, at + STEP), at + STEP >= packed);
  } catch (error) {
    if (error instanceof PackRefused) throw error;
    throw new PackRefused(badPack('Damaged', `${path} cannot be unpacked: its data are damaged.`));
  }
  if (filled !== size) throw lying(path, `${filled} bytes, not the ${size}`);
  return out;
}

const lying = (path: string, what: string): PackRefused =>
  new PackRefused(badPack('Damaged', `${path} unpacks to ${what} that the file says.`));
