import { fail, ok, type Result } from '../../core/result.ts';
import { checkShape } from './check-shape.ts';
import type { ParsedCourse } from '../course-bundle.ts';
import type { CourseDoc } from '../course-doc.ts';
import { toBundle } from '../to-bundle.ts';
import { didYouMean } from '../../core/did-you-mean.ts';
import { inOrder, type BadCourse, type PackError } from '../pack-error.ts';
import { mediaTypeOf, PICTURE_ENDINGS, picturesByFolder } from '../pictures.ts';
import { NO_PICTURES } from './lint-content.ts';
import { lintIds } from './lint-ids.ts';
import { lessonDocOf, parseLesson } from './parse-lesson.ts';
import { parseTranslations, translationOf } from './parse-translations.ts';
import { readYaml, type ReadYaml } from './read-yaml.ts';
import { courseShape, type CourseSource } from './source-shapes.ts';

/** The files of a course folder: path inside the folder (with `/`) → text. */
export type CourseFiles = { readonly [path: string]: string };

const COURSE_FILE = 'course.yaml';

/** A course's source as rows: `readCourse`, then `toBundle`. */
export function parseCourse(files: CourseFiles, assetPaths: readonly string[] = []): Result<ParsedCourse, BadCourse> {
  const doc = readCourse(files, assetPaths);
  return doc.ok ? ok(toBundle(doc.value)) : doc;
}

/**
 * Reads a course's source, `course.yaml` and `lessons/<nnn-slug>/lesson.md`, with their translations. Collects every
 * finding before it gives up. `assetPaths`: of the files that are no text. Pure: runs in Node at build time and in a browser alike.
 */
export function readCourse(files: CourseFiles, assetPaths: readonly string[] = []): Result<CourseDoc, BadCourse> {
  const findings: PackError[] = [];
  const report = (finding: PackError): void => void findings.push(finding);

  const text = files[COURSE_FILE];
  if (text === undefined) {
    const near = didYouMean(COURSE_FILE, Object.keys(files));
    const found = near === null ? 'none' : `\`${near}\``;
    report({ type: 'MissingFile', file: COURSE_FILE, line: 1, field: '', expected: 'this file', found });
    return fail({ type: 'BadCourse', findings });
  }
  const yaml = readYaml(COURSE_FILE, { text: text.replace(/^\uFEFF/, ''), line: 1 }, report);
  const course = yaml === null ? null : checkShape(courseShape, COURSE_FILE, yaml, report);
  const folders = course?.lessons ?? foldersIn(files);
  if (course !== null && yaml !== null) lintFolders(course, yaml, files, report);

  lintAssets(folders, assetPaths, report);
  const beside = picturesByFolder(assetPaths);

  const lessons = [...new Set(folders)].flatMap((folder) => {
    const file = `lessons/${folder}/lesson.md`;
    const content = files[file];
    return content === undefined ? [] : [parseLesson({ folder, file, text: content, pictures: beside.get(folder) ?? NO_PICTURES }, course, report)];
  });
  const heads = lessons.flatMap(({ file, head }) => (head === null ? [] : [{ ...head.source, file, lineOf: head.lineOf }]));
  const exercises = lessons.flatMap(({ file, exercises }) => exercises.map(({ source, lineOf }) => ({ ...source, file, lineOf })));
  const named = course === null || yaml === null ? null : { retired: course.retired, file: COURSE_FILE, lineOf: yaml.lineOf };
  lintIds({ lessons: heads, exercises, course: named }, report);
  const flawed = new Set(findings.map((finding) => finding.file));
  const sound = lessons.flatMap((lesson) => (flawed.has(lesson.file) ? [] : (lessonDocOf(lesson) ?? [])));
  const translations = course === null ? undefined : parseTranslations(files, course, sound, beside, report);
  if (course === null || findings.length > 0) return fail({ type: 'BadCourse', findings: inOrder(findings) });
  return ok({ course, lessons: sound, ...(translations === undefined ? {} : { translations }) });
}

/** Each folder that is named is there, once; each that is there is named. */
function lintFolders(course: CourseSource, yaml: ReadYaml, files: CourseFiles, report: (f: PackError) => void): void {
  const there = foldersIn(files);
  course.lessons.forEach((folder, i) => {
    const at = { file: COURSE_FILE, line: yaml.lineOf(['lessons', i]), field: `lessons[${i}]` };
    if (course.lessons.indexOf(folder) < i) {
      report({ ...at, type: 'BadContent', expected: 'a folder not named before', found: `\`${folder}\` again` });
    } else if (!there.includes(folder)) {
      const near = didYouMean(folder, there);
      const expected = near === null ? `lessons/${folder}/lesson.md` : `a folder that is there (did you mean \`${near}\`?)`;
      report({ ...at, type: 'MissingFile', expected, found: near === null ? 'no such file' : `\`${folder}\`` });
    }
  });
  for (const file of Object.keys(files).filter((path) => path.startsWith('lessons/'))) {
    const isRead = course.lessons.some((folder) => file === `lessons/${folder}/lesson.md` || translationOf(file)?.folder === folder);
    const expected = 'only the `lesson.md` of each lesson named in course.yaml';
    if (!isRead) report({ type: 'UnusedFile', file, line: 1, field: '', expected, found: 'a file nothing reads' });
  }
}

/** What lies beside a lesson and is none of its text is a picture that can be shown. */
export function lintAssets(folders: readonly string[], paths: readonly string[], report: (f: PackError) => void): void {
  for (const file of paths) {
    const [, folder = ''] = /^lessons\/([^/]+)\//.exec(file) ?? [];
    const expected = folders.includes(folder) ? `a picture (${PICTURE_ENDINGS.join(', ')})` : 'a file beside a lesson that course.yaml names';
    const isShown = folders.includes(folder) && mediaTypeOf(file) !== null;
    if (!isShown) report({ type: 'UnusedFile', file, line: 1, field: '', expected, found: 'a file nothing reads' });
  }
}

function foldersIn(files: CourseFiles): string[] {
  return Object.keys(files).flatMap((path) => /^lessons\/([^/]+)\/lesson\.md$/.exec(path)?.[1] ?? []).sort();
}
