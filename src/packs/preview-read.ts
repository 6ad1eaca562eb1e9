import type { Assets, CourseDoc } from './course-doc.ts';
import { buildPack } from './pack/build-pack.ts';
import type { PreviewSource } from './preview-source.ts';

/** A look at a course: what there is to tell of it, and the version that can be used as a pack. */
export interface PreviewRead {
  readonly source: PreviewSource;
  /** Null where `source.course` is. */
  readonly pack: Uint8Array<ArrayBuffer> | null;
}

/** A course without findings. */
export async function previewOf(doc: CourseDoc, assets: Assets): Promise<PreviewRead> {
  const { id, title, version } = doc.course;
  const { bytes, hash } = await buildPack(doc, assets);
  return { source: { course: { id, title, version, hash }, reason: null, findings: [] }, pack: bytes };
}

/** A course that cannot be shown, and why. */
export const previewWithout = (reason: string | null, findings: PreviewSource['findings'] = []): PreviewRead => ({
  source: { course: null, reason, findings },
  pack: null,
});
