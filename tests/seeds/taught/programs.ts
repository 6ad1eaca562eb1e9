import type { CodeLanguage } from '../../../db/models/enums.ts';
import { isSourceFile } from '../../../src/core/constructs/syntax.ts';
import type { LessonDoc } from '../../../src/packs/course-doc.ts';
import { arrangementParts, lineOf } from '../../../src/packs/source/arrangement-parts.ts';
import { codeParts, predictParts } from '../../../src/packs/source/code-parts.ts';
import type { ExerciseSource, SourceOf } from '../../../src/packs/source/exercise-shapes.ts';

/** A piece of code that a learner reads. */
export interface Program {
  readonly language: CodeLanguage;
  readonly text: string;
}

/** Programs that stand together: those of a lesson's text, or of one exercise. */
export interface Place {
  /** Of the exercise; null: the lesson's text. */
  readonly exerciseId: string | null;
  readonly programs: readonly Program[];
  /** Names of the files among them. */
  readonly files: readonly string[];
}

export const placesOf = ({ content, exercises }: LessonDoc, language: CodeLanguage): readonly Place[] => [
  { exerciseId: null, programs: fencesIn(content), files: [] },
  ...exercises.map((exercise) => placeOf(exercise, language)),
];

function placeOf(exercise: ExerciseSource, language: CodeLanguage): Place {
  const { programs, files } = programsOf(exercise, language);
  return { exerciseId: exercise.id, programs: [...fencesIn(textsOf(exercise).join('\n\n')), ...programs], files };
}

/** What stands in fences of a language. A ```text fence may hold anything: messages, output, a glimpse of what is to come. */
export function fencesIn(markdown: string): readonly Program[] {
  return [...markdown.matchAll(/^( *)(`{3,}|~{3,})(python|py|javascript|js)\b[^\n]*\n([\s\S]*?)^ *\2[ \t]*$/gm)].map(
    ([, margin = '', , name = '', inside = '']): Program => ({
      language: name.startsWith('p') ? 'python' : 'javascript',
      text: inside.split('\n').map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line)).join('\n'),
    }),
  );
}

/** All Markdown of an exercise but that of its mistakes. */
function textsOf(exercise: ExerciseSource): readonly string[] {
  return [exercise.prompt, ...exercise.hints, exercise.explanation ?? '', ...ownTextsOf(exercise)];
}

function ownTextsOf(exercise: ExerciseSource): readonly string[] {
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return exercise.options.flatMap(({ text, why }) => [text, why]);
    case 'TRUE_FALSE':
      return [exercise.why.true, exercise.why.false];
    case 'FREE_FORM':
      return [exercise.rubric?.sample ?? ''];
    case 'MATCHING':
      return [...exercise.left, ...exercise.right].map(({ text }) => text);
    case 'ORDERING':
      return exercise.items.map(({ text }) => text);
    case 'FILL_BLANKS':
      return exercise.language === undefined ? [exercise.text] : [];
    default:
      return [];
  }
}

interface Programs {
  readonly programs: readonly Program[];
  readonly files: readonly string[];
}
const NONE: Programs = { programs: [], files: [] };

function programsOf(exercise: ExerciseSource, courseLanguage: CodeLanguage): Programs {
  switch (exercise.type) {
    case 'PREDICT_OUTPUT': {
      const { language, starter } = predictParts(exercise, courseLanguage);
      return ofFiles(language, [starter.files]);
    }
    case 'CODE_COMPLETION':
    case 'FIX_BUG': {
      const { language, starter, answerKey, tests } = codeParts(exercise, courseLanguage);
      const { programs, files } = ofFiles(language, [starter.files, answerKey.files]);
      // Of a hidden test nobody sees the call.
      const calls = tests.flatMap((test) => (test.kind === 'call' && test.isVisible ? [{ language, text: test.call }] : []));
      return { programs: [...programs, ...calls], files };
    }
    case 'PARSONS':
      return { programs: arranged(exercise, courseLanguage), files: [] };
    case 'FILL_BLANKS':
      return exercise.language === undefined ? NONE : { programs: [{ language: exercise.language, text: filledIn(exercise) }], files: [] };
    default:
      return NONE;
  }
}

function ofFiles(language: CodeLanguage, all: readonly { readonly [file: string]: string }[]): Programs {
  const sources = all.flatMap((files) => Object.entries(files)).filter(([file]) => isSourceFile(language, file));
  return { programs: sources.map(([, text]) => ({ language, text })), files: sources.map(([file]) => file) };
}

/** The blocks in their first right order, then each distractor alone. */
function arranged(exercise: SourceOf<'PARSONS'>, courseLanguage: CodeLanguage): readonly Program[] {
  const language = exercise.language ?? courseLanguage;
  const parts = arrangementParts(exercise, courseLanguage);
  const blocks = new Map(parts.type === 'PARSONS' ? parts.options.map(({ id, code }) => [id, code]) : []);
  const order = (exercise.orders[0] ?? []).map(lineOf);
  const lines = order.map(({ blockId, indent }) => (blocks.get(blockId) ?? '').split('\n').map((line) => `${'    '.repeat(indent)}${line}`).join('\n'));
  const used = new Set(exercise.orders.flat().map((written) => lineOf(written).blockId));
  const others = [...blocks].filter(([id]) => !used.has(id)).map(([, code]) => code);
  return [lines.join('\n'), ...others.map(alone)].map((text) => ({ language, text }));
}

/** A line that continues a statement is, without its beginning, read as something else: `elif n > 3:` as a note about a type. */
const alone = (block: string): string => block.replace(/^elif\b/, 'if').replace(/^(?:else|except\b[^:]*|finally)\s*:/, '');

/** With the first word that is accepted in each blank. */
const filledIn = ({ text, blanks }: SourceOf<'FILL_BLANKS'>): string =>
  text.replace(/\{\{([^}]+)\}\}/g, (_, id: string) => blanks.find((blank) => blank.id === id)?.accept[0] ?? '___');
