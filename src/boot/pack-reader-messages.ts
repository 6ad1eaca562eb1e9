import type { Result } from '../core/result.ts';
import type { Id } from '../../db/models/ids.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import type { BadPack } from '../packs/pack/bad-pack.ts';
import type { PackAsset, PackCover } from '../packs/pack/pack-reader.ts';
import type { Folder } from '../packs/preview-folder.ts';
import type { RowText } from '../packs/row-lists.ts';
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
  /** A list of rows. */
  | { readonly kind: 'lessons' | 'exercises'; readonly list: RowText }
  | { readonly kind: 'asset'; readonly asset: PackAsset }
  /** The last of a reading: everything else of the pack has been said. */
  | { readonly kind: 'whole'; readonly head: BundleHead; readonly untranslated: readonly string[]; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'built'; readonly look: PreviewRead }
  | { readonly kind: 'refused'; readonly bad: BadPack }
  /** A bug. */
  | { readonly kind: 'broke'; readonly message: string };

export type BundleHead = Omit<CourseBundle, 'lessons' | 'exercises'>;

/** Characters of a list, beside the number of its rows: to take one in costs the page some milliseconds. */
const MOST_CHARACTERS = 250_000;

/** `lists` in their order, as JSON, none of them too long. A row that is longer by itself has a list to itself. */
export function* inTexts(lists: Iterable<readonly { readonly id: Id }[]>): Generator<RowText> {
  for (const list of lists) {
    let ids: Id[] = [];
    let texts: string[] = [];
    let size = 0;
    for (const row of list) {
      const text = JSON.stringify(row);
      if (ids.length > 0 && size + text.length > MOST_CHARACTERS) {
        yield { ids, text: `[${texts.join()}]` };
        [ids, texts, size] = [[], [], 0];
      }
      ids.push(row.id);
      texts.push(text);
      size += text.length;
    }
    if (ids.length > 0) yield { ids, text: `[${texts.join()}]` };
  }
}
