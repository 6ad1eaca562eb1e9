import type { CourseBundle } from './course-bundle.ts';

/** What `hornbook preview` serves beside the app: the course as it now lies in its folder. Plain data. */
export interface PreviewSource {
  /** The last version that could be used; null: none could yet. */
  readonly bundle: CourseBundle | null;
  /** Why the newest cannot be used: of the whole, and line by line. Null and empty where it is the one above. */
  readonly reason: string | null;
  readonly findings: readonly string[];
}

/** Addresses beneath the app. */
export const PREVIEW_SOURCE = 'preview/course.json';
/** Server-sent events, one for each change. */
export const PREVIEW_CHANGES = 'preview/changes';
