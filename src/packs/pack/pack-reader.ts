import type { Result } from '../../core/result.ts';
import type { CourseRows } from '../row-lists.ts';
import type { CourseSource } from '../source/source-shapes.ts';
import type { CourseTexts } from '../source/translation-shapes.ts';
import type { BadPack } from './bad-pack.ts';

/** What a pack says of itself before anything of it is taken. */
export interface PackCover {
  readonly course: CourseSource;
  /** That it can be read in (BCP 47), its own first. */
  readonly languages: readonly string[];
  /** By each of these but its own: what the course is called there. */
  readonly headings: { readonly [language: string]: CourseTexts };
  /** SHA-256 of its manifest. */
  readonly hash: string;
  /** Bytes of the file, and unpacked. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly lessonCount: number;
  readonly assetCount: number;
}

/** A picture of a lesson. */
export interface PackAsset {
  readonly lessonId: string;
  /** As the lesson's text names it. */
  readonly path: string;
  /** `image/svg+xml` and its like. */
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A whole pack, checked to the last byte. */
export interface PackContent {
  /** In the language that was asked for. */
  readonly rows: CourseRows;
  /** Ids of the lessons whose text is not translated into it. */
  readonly untranslated: readonly string[];
  readonly assets: readonly PackAsset[];
  /** The pack's file itself, for a way back to it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads one file, off the main thread in the app. */
export interface PackReader {
  open(file: Blob): Promise<Result<PackCover, BadPack>>;
  /** After `open`; in the course's own language unless told. `onProgress` hears 0–1. Rejects with the signal's reason when it aborts. */
  read(onProgress: (fraction: number) => void, signal: AbortSignal, language?: string): Promise<Result<PackContent, BadPack>>;
  /** Lets go of the file and of whatever reads it. */
  close(): void;
}
