import type { CourseDoc, LessonDoc, LessonTexts, Translation } from '../course-doc.ts';
import type { PackError } from '../pack-error.ts';
import { checkShape } from './check-shape.ts';
import { checkTranslation } from './check-translation.ts';
import { didYouMean } from '../../core/did-you-mean.ts';
import { NO_PICTURES, type Pictures } from './lint-content.ts';
import { readYaml, type ReadYaml } from './read-yaml.ts';
import type { CourseSource } from './source-shapes.ts';
import { splitLesson, type YamlPart } from './split-lesson.ts';
import { courseTextsShape } from './translation-shapes.ts';

type Report = (finding: PackError) => void;
/** Path inside the folder → text. */
type Files = Readonly<Record<string, string>>;

const FILE = /^(?:course\.([^/]+)\.yaml|lessons\/([^/]+)\/lesson\.([^/]+)\.md)$/;

/** `course.de.yaml` and `lessons/010-names/lesson.de.md`: what a file translates, and into what; null: it is none of these. */
export function translationOf(file: string): { readonly language: string; readonly folder: string | null } | null {
  const [, course, folder = null, lesson] = FILE.exec(file) ?? [];
  const language = course ?? lesson;
  return language === undefined ? null : { language, folder };
}

/**
 * The translations that lie beside `course.yaml` and the lessons. One is held against its lesson only where that has no
 * findings of its own: `lessons` are those. Undefined where there are none.
 */
export function parseTranslations(
  files: Files,
  course: CourseSource,
  lessons: readonly LessonDoc[],
  pictures: ReadonlyMap<string, Pictures>,
  report: Report,
): CourseDoc['translations'] {
  lintLanguages(files, course, report);
  const [, ...languages] = course.languages;
  const spoken = languages.map((language) => [language, parseTranslation(files, language, lessons, pictures, report)] as const);
  const found = spoken.filter((one): one is readonly [string, Translation] => one[1] !== null);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** A language that is not listed is a slip of the pen, or of the list. */
function lintLanguages(files: Files, { languages, lessons }: CourseSource, report: Report): void {
  const [own = '', ...others] = languages;
  for (const file of Object.keys(files)) {
    const { language, folder } = translationOf(file) ?? {};
    if (language === undefined || others.includes(language) || (typeof folder === 'string' && !lessons.includes(folder))) continue;
    const near = language === own ? null : didYouMean(language, others);
    const listed = others.length === 0 ? '' : ` (${others.join(', ')})`;
    const expected =
      language === own ? `another language than \`${own}\`, which the course is written in` : `a language that course.yaml lists in \`languages\` behind \`${own}\`${listed}`;
    report({ type: 'UnusedFile', file, line: 1, field: '', expected: near === null ? expected : `${expected}: did you mean \`${near}\`?`, found: `\`${language}\`` });
  }
}

function parseTranslation(files: Files, language: string, lessons: readonly LessonDoc[], pictures: ReadonlyMap<string, Pictures>, report: Report): Translation | null {
  const file = `course.${language}.yaml`;
  const text = files[file];
  const yaml = text === undefined ? null : readFields(file, { text: text.replace(/^\uFEFF/, ''), line: 1 }, report);
  const course = yaml === null ? null : checkShape(courseTextsShape, file, yaml, report);
  const translated = lessons.flatMap((lesson): [string, LessonTexts][] => {
    const path = `lessons/${lesson.folder}/lesson.${language}.md`;
    const words = files[path];
    return words === undefined ? [] : [[lesson.folder, parseLessonTexts(path, words, lesson, pictures.get(lesson.folder) ?? NO_PICTURES, report)]];
  });
  return text === undefined && translated.length === 0 ? null : { course: course ?? {}, lessons: Object.fromEntries(translated) };
}

function parseLessonTexts(file: string, text: string, lesson: LessonDoc, pictures: Pictures, report: Report): LessonTexts {
  const { frontMatter, content, contentLines, exercises } = splitLesson(file, text, report);
  const head = frontMatter === null ? null : readFields(file, frontMatter, report);
  const read = {
    file,
    head: head ?? { value: {}, lineOf: () => 1 },
    content,
    lineAt: (index: number) => contentLines[index] ?? 1,
    exercises: exercises.flatMap((part) => readYaml(file, part, report) ?? []),
  };
  return checkTranslation(read, lesson, pictures, report);
}

/** Nothing at all is a set of no fields. */
function readFields(file: string, part: YamlPart, report: Report): ReadYaml | null {
  const yaml = readYaml(file, part, report);
  return yaml === null ? null : { ...yaml, value: yaml.value ?? {} };
}
