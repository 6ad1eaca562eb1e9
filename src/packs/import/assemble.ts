import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Assets, CourseDoc, LessonDoc } from '../course-doc.ts';
import { packErrorToText, type PackError } from '../pack-error.ts';
import { mediaTypeOf } from '../pictures.ts';
import { withoutBadImages, type Pictures } from '../source/lint-content.ts';
import type { ExerciseSource } from '../source/exercise-shapes.ts';
import { checkExercise } from '../source/parse-lesson.ts';
import type { CourseSource } from '../source/source-shapes.ts';
import { createIds, type Ids } from './ids.ts';
import type { ImportedFile, ImportedItem, ImportedLesson } from './imported.ts';

/** One file as its importer read it. */
export interface ReadFile {
  /** Its path, for the report. */
  readonly file: string;
  readonly format: string;
  readonly imported: ImportedFile;
}

/** What the files do not say, and whoever imports them does. */
export interface CourseWish {
  readonly id?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  /** An SPDX identifier. */
  readonly licence?: string;
}

/** What became of one item. */
export interface ReportItem {
  /** The exercise's id in the course; of a skipped one its own id in its file, or null. */
  readonly id: string | null;
  readonly sourceId: string | null;
  readonly file: string;
  readonly title: string;
  /** Of the exercise; of a skipped one the type by its format's own name. */
  readonly type: string;
  readonly status: ImportedItem['status'];
  readonly reason: string;
}

export interface Assembled {
  /** null: no exercise and no text came of all the files. */
  readonly course: { readonly doc: CourseDoc; readonly assets: Assets } | null;
  readonly items: readonly ReportItem[];
}

/** "Under which licence, nobody said." */
export const UNKNOWN_LICENCE = 'LicenseRef-unknown';

/**
 * A course of what importers read: ids and folders are given, and each exercise is held to the format. One that breaks it
 * is skipped with the finding as its reason; the rest goes on.
 */
export function assemble(files: readonly ReadFile[], wish: CourseWish = {}): Assembled {
  const lessonIds = createIds();
  const exerciseIds = createIds();
  const assets: Record<string, Uint8Array> = {};
  const items: ReportItem[] = [];
  const lessons: LessonDoc[] = [];
  const languages = new Set<CodeLanguage>();
  for (const { file, format, imported } of files) {
    for (const lesson of imported.lessons) {
      const pictures = new Map(Object.entries(lesson.assets).filter(([path]) => mediaTypeOf(path) !== null && isPlainPath(path)));
      const place = { file, format, licence: imported.licence, ids: exerciseIds, pictures: new Set(pictures.keys()) };
      const taken = lesson.items.map((item) => take(item, place));
      items.push(...taken.map(({ report }) => report));
      const exercises = taken.flatMap(({ exercise }) => exercise ?? []);
      const content = textOf(lesson, place.pictures);
      if (exercises.length === 0 && content === '') continue;
      const doc = lessonDoc({ ...lesson, content }, exercises, file, lessonIds, lessons.length + 1);
      lessons.push(doc);
      for (const [path, bytes] of pictures) assets[`lessons/${doc.folder}/${path}`] = bytes;
      for (const exercise of exercises) if ('language' in exercise && exercise.language !== undefined) languages.add(exercise.language);
    }
  }
  if (lessons.length === 0) return { course: null, items };
  const [only = null] = languages.size === 1 ? [...languages] : [];
  return { course: { doc: { course: courseOf(files, wish, lessons, only), lessons }, assets }, items };
}

function courseOf(files: readonly ReadFile[], wish: CourseWish, lessons: readonly LessonDoc[], programmingLanguage: CodeLanguage | null): CourseSource {
  const [first] = files;
  const title = wish.title ?? first?.imported.title ?? (first === undefined ? 'Imported' : nameOf(first.file));
  const licences = new Set(files.map(({ imported }) => imported.licence));
  const [shared = null] = licences.size === 1 ? [...licences] : [];
  const licence = wish.licence ?? shared ?? UNKNOWN_LICENCE;
  return {
    format: 1,
    id: wish.id ?? createIds().give(title),
    version: '1.0.0',
    title,
    description: `Imported from ${files.length === 1 ? `\`${baseOf(first?.file ?? '')}\`` : `${files.length} files`}.`,
    languages: ['en'],
    level: 'BEGINNER',
    programmingLanguage,
    order: 0,
    licence: { text: licence, code: licence },
    authors: wish.authors === undefined || wish.authors.length === 0 ? ['Unknown'] : [...wish.authors],
    lessons: lessons.map(({ folder }) => folder),
  };
}

/** Minutes: one for each exercise, as quizzes go. */
function lessonDoc({ title, content }: ImportedLesson, exercises: readonly ExerciseSource[], file: string, ids: Ids, place: number): LessonDoc {
  const name = title.trim() === '' ? nameOf(file) : title.trim();
  const id = ids.give(name);
  return {
    folder: `${String(place * 10).padStart(3, '0')}-${id}`.slice(0, 60).replace(/[.-]+$/, ''),
    head: { id, title: name, objectives: [`Answer what is asked about ${name}`], minutes: Math.max(1, exercises.length) },
    content: content === '' ? `${exercises.length === 1 ? 'One question' : `${exercises.length} questions`} from \`${baseOf(file)}\`.` : content,
    exercises,
  };
}

interface Place {
  readonly file: string;
  readonly format: string;
  readonly licence: string | null;
  readonly ids: Ids;
  readonly pictures: Pictures;
}

function take(item: ImportedItem, { file, format, licence, ids, pictures }: Place): { readonly report: ReportItem; readonly exercise: ExerciseSource | null } {
  const { sourceId, title, kind, status, reason } = item;
  const told = { sourceId, file, title };
  const skipped = (why: string) => ({ report: { ...told, id: sourceId, type: kind, status: 'skipped' as const, reason: why }, exercise: null });
  // Words to read, say: they stand in the lesson.
  if (item.exercise === null) return status === 'skipped' ? skipped(reason) : { report: { ...told, id: null, type: kind, status, reason }, exercise: null };
  const source = { format, file: baseOf(file), ...(sourceId === null ? {} : { id: sourceId }), ...(licence === null ? {} : { licence }) };
  const findings: PackError[] = [];
  const given = ids.next(sourceId ?? title);
  const value = { ...item.exercise, id: given, source };
  const exercise = checkExercise(file, { value, lineOf: () => 1 }, { course: NO_LANGUAGE, pictures }, (finding) => void findings.push(finding));
  const [first] = findings;
  if (exercise === null || first !== undefined) return skipped(first === undefined ? 'it breaks the format' : wordsOf(first));
  ids.take(given);
  return { report: { ...told, id: given, type: exercise.type, status, reason }, exercise };
}

/** An importer says each exercise's own language. */
const NO_LANGUAGE = { programmingLanguage: null };

/** Without the file and line, which the report has. */
const wordsOf = (finding: PackError): string => packErrorToText(finding).replace(/^.*?:\d+: /, '');

const textOf = ({ content }: ImportedLesson, pictures: Pictures): string => withoutBadImages(content.trim(), pictures);

const isPlainPath = (path: string): boolean => /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[\w\-./]+$/.test(path);
const baseOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;
const nameOf = (file: string): string => baseOf(file).replace(/\.[A-Za-z0-9]{1,8}$/, '') || 'Imported';
