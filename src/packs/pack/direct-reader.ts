import { fail, ok } from '../../core/result.ts';
import type { CourseDoc } from '../course-doc.ts';
import { mediaTypeOf } from '../pictures.ts';
import { rowsOf } from '../row-lists.ts';
import { rowId, toBundle } from '../to-bundle.ts';
import { untranslated } from '../translate.ts';
import { openPack, type OpenedPack } from './open-pack.ts';
import type { PackAsset, PackReader } from './pack-reader.ts';

/** Reads where it is called: in a worker, or in Node. */
export function createDirectReader(appVersion: string): PackReader {
  let pack: OpenedPack | null = null;
  let bytes = new Uint8Array();
  return {
    async open(file) {
      bytes = new Uint8Array(await file.arrayBuffer());
      const opened = await openPack(bytes, appVersion);
      if (!opened.ok) return opened;
      pack = opened.value;
      const { course, headings, hash, size, unpackedSize, lessonCount, assetPaths } = pack;
      const languages = [course.languages[0] ?? 'en', ...Object.keys(headings)];
      return ok({ course, languages, headings, hash, size, unpackedSize, lessonCount, assetCount: assetPaths.length });
    },
    async read(onProgress, signal, language = pack?.course.languages[0] ?? 'en') {
      if (pack === null) throw new Error('A pack is read before it was opened');
      const doc = await pack.read(onProgress, signal);
      if (!doc.ok) return fail(doc.error);
      const ids = idsByFolder(doc.value);
      return ok({
        rows: rowsOf(toBundle(doc.value, language)),
        untranslated: untranslated(doc.value, language).flatMap((folder) => ids.get(folder) ?? []),
        assets: await assetsOf(pack, ids),
        bytes,
      });
    },
    close() {
      pack = null;
      bytes = new Uint8Array();
    },
  };
}

type IdsByFolder = ReadonlyMap<string, string>;
const idsByFolder = ({ course, lessons }: CourseDoc): IdsByFolder => new Map(lessons.map(({ folder, head }) => [folder, rowId(course, head)]));

/** `lessons/010-names/cup.svg` belongs to the lesson of that folder, which names it `cup.svg`. */
async function assetsOf(pack: OpenedPack, ids: IdsByFolder): Promise<PackAsset[]> {
  const assets: PackAsset[] = [];
  for (const whole of pack.assetPaths) {
    const [, folder = '', path = ''] = /^lessons\/([^/]+)\/(.+)$/.exec(whole) ?? [];
    const lessonId = ids.get(folder);
    const mediaType = mediaTypeOf(path);
    const bytes = lessonId === undefined || mediaType === null ? null : await pack.asset(whole);
    if (lessonId !== undefined && mediaType !== null && bytes !== null) assets.push({ lessonId, path, mediaType, bytes });
  }
  return assets;
}
