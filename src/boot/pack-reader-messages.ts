import type { Result } from '../core/result.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import type { BadPack } from '../packs/pack/bad-pack.ts';
import type { PackAsset, PackCover } from '../packs/pack/pack-reader.ts';
import type { Folder } from '../packs/preview-folder.ts';
import type { PreviewRead } from '../packs/preview-source.ts';

/** What the page and the worker that reads a pack say to each other. */

export type PackQuestion =
  | { readonly verb: 'open'; readonly file: Blob }
  | { readonly verb: 'read'; readonly language: string | undefined }
  /** Said of each list of rows when it is taken in: only then comes the next, so that the page gets on with other things. */
  | { readonly verb: 'more' }
  /** Of an author: the pack that a folder makes. */
  | { readonly verb: 'build'; readonly folder: Folder };

export type PackNews =
  | { readonly kind: 'opened'; readonly result: Result<PackCover, BadPack> }
  /** 0–1 of the reading. */
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'lessons'; readonly rows: CourseBundle['lessons'] }
  | { readonly kind: 'exercises'; readonly rows: CourseBundle['exercises'] }
  | { readonly kind: 'asset'; readonly asset: PackAsset }
  /** The last of a reading: everything else of the pack has been said. */
  | { readonly kind: 'whole'; readonly head: BundleHead; readonly untranslated: readonly string[]; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'built'; readonly look: PreviewRead }
  | { readonly kind: 'refused'; readonly bad: BadPack }
  /** A bug. */
  | { readonly kind: 'broke'; readonly message: string };

export type BundleHead = Omit<CourseBundle, 'lessons' | 'exercises'>;

/** Rows a message, and characters of them: to take one in costs the page some milliseconds. */
const MOST_ROWS = 200;
const MOST_CHARACTERS = 250_000;

/** `rows` in their order, in lists that are each taken in at once. A row that is larger than a list has one to itself. */
export function* inBatches<T>(rows: readonly T[]): Generator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    if (batch.length > 0 && (batch.length >= MOST_ROWS || size + length > MOST_CHARACTERS)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(row);
    size += length;
  }
  if (batch.length > 0) yield batch;
}
