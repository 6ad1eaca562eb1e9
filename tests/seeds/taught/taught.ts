import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CourseDoc } from '../../../src/packs/course-doc.ts';
import { featuresOf, ownOf } from './features.ts';
import { placesOf, type Place } from './programs.ts';

/** What each lesson newly teaches: its folder → features, by the names listed in features.ts. */
export type Taught = { readonly [folder: string]: readonly string[] };

/** Something that stands in a lesson's code and was taught neither there nor before. */
export interface Untaught {
  readonly folder: string;
  /** null: the lesson's text. */
  readonly exerciseId: string | null;
  readonly feature: string;
  /** Of the program it stands in, from 1. */
  readonly line: number;
  /** That line. */
  readonly code: string;
}

/**
 * What a course uses before it was taught, in the order of its lessons; of each place and feature the first. A lesson may use
 * what its own line of the table says, and those of the folders that stand before it by their numbers, be they in this
 * course or not: a draft holds the lessons of one unit only. `base`: what everybody knows who comes.
 */
export function untaughtIn({ course, lessons }: CourseDoc, taught: Taught, base: readonly string[] = []): readonly Untaught[] {
  const language = course.programmingLanguage ?? 'python';
  return lessons.flatMap((lesson) => {
    const before = Object.entries(taught).filter(([folder]) => folder <= lesson.folder);
    const known = new Set([...base, ...before.flatMap(([, features]) => features)]);
    return placesOf(lesson, language).flatMap((place) => unknownIn(place, known).map((one) => ({ folder: lesson.folder, ...one })));
  });
}

function unknownIn({ exerciseId, programs, files }: Place, known: ReadonlySet<string>): readonly Omit<Untaught, 'folder'>[] {
  const textsIn = (language: CodeLanguage) => programs.filter((program) => program.language === language).map(({ text }) => text);
  const found = programs.flatMap(({ language, text }) =>
    featuresOf(language, text, ownOf(language, textsIn(language), files))
      .filter(({ name }) => !known.has(name))
      .map(({ name, at }) => ({ exerciseId, feature: name, ...lineAt(text, at) })),
  );
  return found.filter(({ feature }, i) => found.findIndex((one) => one.feature === feature) === i);
}

function lineAt(text: string, at: number): { readonly line: number; readonly code: string } {
  const line = text.slice(0, at).split('\n').length;
  return { line, code: text.split('\n')[line - 1]?.trim() ?? '' };
}

/** `090-while while.count: \`for\`, line 3: for cup in cups:` */
export const untaughtToText = ({ folder, exerciseId, feature, line, code }: Untaught): string =>
  `${folder} ${exerciseId ?? 'text'}: \`${feature}\`, line ${line}: ${code}`;
