import * as v from 'valibot';
import { wholeFrom } from '../source/shape-words.ts';

/** What a pack is called inside. */
export const MANIFEST_FILE = 'MANIFEST.json';
export const COURSE_FILE = 'pack.json';
export const lessonFile = (folder: string): string => `lessons/${folder}/lesson.json`;
/** Beside what they translate, so that a translation is read with its lesson. */
export const courseTextsFile = (language: string): string => `pack.${language}.json`;
export const lessonTextsFile = (folder: string, language: string): string => `lessons/${folder}/lesson.${language}.json`;

/** The version of the format that this app writes, and the newest it reads. */
export const PACK_FORMAT = 1;
/** The first app that reads this format. */
export const FIRST_READER = '0.1.0';

const SHA256 = 'a SHA-256 of 64 hex digits';

/** Of any format: what an older app must understand, to say what it needs. */
export const needsShape = v.object({
  format: wholeFrom(1, 'a whole number from 1'),
  needs: v.pipe(v.string('a version'), v.regex(/^\d+\.\d+\.\d+$/, 'a version such as `1.0.0`')),
});

export const manifestShape = v.strictObject(
  {
    ...needsShape.entries,
    files: v.record(
      v.string(),
      v.strictObject(
        { sha256: v.pipe(v.string(SHA256), v.regex(/^[0-9a-f]{64}$/, SHA256)), size: wholeFrom(0, 'a size in bytes') },
        '`sha256` and `size`',
      ),
      'a path for each file, with its `sha256` and `size`',
    ),
  },
  'the fields of a manifest',
);

export type Manifest = v.InferOutput<typeof manifestShape>;
