import type { PackError } from './pack-error.ts';

/** What there is to tell of a course as it now lies in its folder, or its pack. Plain data. */
export interface PreviewSource {
  /** The version that can be used, to be had as a pack: the newest, or (by `hornbook preview`) the last good one; null: none. */
  readonly course: PreviewedCourse | null;
  /** Why the newest cannot be used: of the whole, and line by line. Null and empty where it is the one above. */
  readonly reason: string | null;
  readonly findings: readonly PackError[];
}

export interface PreviewedCourse {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Of its pack: another content has another. */
  readonly hash: string;
}

/** A look at a course: what there is to tell of it, and the version that can be used as a pack. */
export interface PreviewRead {
  readonly source: PreviewSource;
  /** Null where `source.course` is. */
  readonly pack: Uint8Array<ArrayBuffer> | null;
}

/** A course that cannot be shown, and why. */
export const previewWithout = (reason: string | null, findings: readonly PackError[] = []): PreviewRead => ({
  source: { course: null, reason, findings },
  pack: null,
});

/** Addresses beneath the app, where `hornbook preview` serves it. */
export const PREVIEW_SOURCE = 'preview/course.json';
export const PREVIEW_PACK = 'preview/course.hornpack';
/** Server-sent events, one for each change. */
export const PREVIEW_CHANGES = 'preview/changes';
