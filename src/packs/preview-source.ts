/** What `hornbook preview` tells of the course as it now lies in its folder. Plain data. */
export interface PreviewSource {
  /** The last version that could be used, to be had as a pack; null: none could yet. */
  readonly course: PreviewedCourse | null;
  /** Why the newest cannot be used: of the whole, and line by line. Null and empty where it is the one above. */
  readonly reason: string | null;
  readonly findings: readonly string[];
}

export interface PreviewedCourse {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Of its pack: another content has another. */
  readonly hash: string;
}

/** Addresses beneath the app. */
export const PREVIEW_SOURCE = 'preview/course.json';
export const PREVIEW_PACK = 'preview/course.hornpack';
/** Server-sent events, one for each change. */
export const PREVIEW_CHANGES = 'preview/changes';
