import type { Assets, CourseDoc } from './course-doc.ts';
import { buildPack } from './pack/build-pack.ts';
import type { PreviewRead } from './preview-source.ts';

/** A course without findings. */
export async function previewOf(doc: CourseDoc, assets: Assets): Promise<PreviewRead> {
  const { id, title, version } = doc.course;
  const { bytes, hash } = await buildPack(doc, assets);
  return { source: { course: { id, title, version, hash }, reason: null, findings: [] }, pack: bytes };
}
