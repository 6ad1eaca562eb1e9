import type { TestSource } from './source/code-shapes.ts';
import type { ExerciseSource } from './source/exercise-shapes.ts';

/**
 * A mark of all that decides how an answer is graded: whoever changes it raises `rev`. Words (the prompt, hints, reasons,
 * what is said to mistakes, the words on options and items) leave it as it is. Eight hex digits: against oversight, not malice.
 */
export function answerHash(exercise: ExerciseSource): string {
  const text = JSON.stringify([exercise.type, deciding(exercise)]);
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Plain data, the same for the same meaning: what has no order of its own is sorted. */
function deciding(exercise: ExerciseSource): unknown {
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return sorted(exercise.options.map(({ id, correct }) => [id, correct]));
    case 'TRUE_FALSE':
      return exercise.answer;
    case 'FREE_FORM': {
      const { accept, patterns, number, keywords, caseSensitive, rubric } = exercise;
      return [accept, patterns, number, keywords, caseSensitive, rubric?.criteria];
    }
    case 'SHORT_TEXT':
      return [exercise.accept, exercise.patterns, exercise.caseSensitive];
    case 'NUMERIC':
      return [exercise.answer, exercise.absolute, exercise.relative, exercise.units.map(({ unit, factor }) => [unit, factor])];
    case 'PREDICT_OUTPUT':
      return [exercise.language, exercise.file, exercise.entry, exercise.code, filesOf(exercise.files), exercise.stdout];
    case 'PARSONS':
      return [exercise.language, sorted(exercise.blocks.map(({ id, code }) => [id, code])), exercise.orders, exercise.indented];
    case 'FILL_BLANKS':
      return sorted(exercise.blanks.map(({ id, accept, patterns, caseSensitive, choices }) => [id, accept, patterns, caseSensitive, choices]));
    case 'MATCHING':
      return [sorted(exercise.left.map(({ id, match }) => [id, match])), sorted(exercise.right.map(({ id }) => id))];
    case 'ORDERING': {
      const ids = exercise.items.map(({ id }) => id);
      return [sorted(ids), exercise.orders ?? [ids]];
    }
    case 'CODE_COMPLETION':
    case 'FIX_BUG': {
      const { language, file, entry, files, tests, constructs } = exercise;
      const rules = [constructs.required, constructs.forbidden].map((list) => sorted(list.map(({ construct }) => construct)));
      return [language, file, entry, filesOf(files), tests.map(decidingOfTest), rules];
    }
  }
}

/** Its name and whether it is shown are words. */
const decidingOfTest = ({ call, expect, stdin, stdout, assert, testFile }: TestSource) => [call, expect, stdin, stdout, assert, testFile];

/** A program reads the files that come with it, so their texts decide too. */
const filesOf = (files: { readonly [name: string]: string } = {}) => sorted(Object.entries(files));

const sorted = <T>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
