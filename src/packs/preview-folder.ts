import { previewOf } from './preview-of.ts';
import { previewWithout, type PreviewRead } from './preview-source.ts';
import { hasCourseFile } from './source/course-folder.ts';
import { gatherSource, noCourseIn, readGathered } from './source/gather-source.ts';

/** The folder of a course as a browser lists it: the files that belong to one, not yet read. Survives postMessage. */
export interface Folder {
  readonly name: string;
  readonly files: readonly FolderFile[];
  /** Where it has no `course.yaml`: the folders in it that have. */
  readonly courses: readonly string[];
}
export interface FolderFile {
  /** From the folder, with `/`. */
  readonly path: string;
  /** Null: it is listed and cannot be had. */
  readonly file: Blob | null;
}

/** Reads a folder as `hornbook preview` does: the same rules, the same findings. What cannot be read is among them. */
export async function readFolder({ name, files, courses }: Folder): Promise<PreviewRead> {
  if (!hasCourseFile(files.map(({ path }) => path))) {
    return previewWithout(`There is ${noCourseIn(name, courses, 'Choose the folder that it lies in.')}`);
  }
  const gathering = gatherSource();
  for (const { path, file } of files) {
    const bytes = file !== null && !gathering.admits(path, file.size) ? 'too large' : await bytesOf(file);
    if (bytes === null) gathering.refuse(path, 'a file that can be read', 'one that cannot');
    else if (bytes !== 'too large') gathering.take(path, bytes);
    const tooMuch = gathering.tooMuch();
    if (tooMuch !== null) return previewWithout(`${name} ${tooMuch}`);
  }
  const doc = readGathered(gathering.source);
  return doc.ok ? previewOf(doc.value, gathering.source.assets) : previewWithout(null, doc.error.findings);
}

/** Null: it went, or was saved anew, after it was listed; or the system keeps it. */
const bytesOf = async (file: Blob | null): Promise<Uint8Array<ArrayBuffer> | null> =>
  file === null ? null : file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
