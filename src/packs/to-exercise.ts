import type { CodeLanguage, DifficultyLevel } from '../../db/models/enums.ts';
import type { Exercise, ExerciseTest } from '../../db/models/exercise.ts';
import { contentId, type Id } from '../../db/models/ids.ts';
import type { New } from '../../db/models/row.ts';
import type { ExerciseSource, SourceOf } from './source-shapes.ts';

export interface ExercisePlace {
  readonly packId: string;
  readonly lessonId: Id;
  readonly order: number;
  /** The course's, for an exercise that names none. */
  readonly level: DifficultyLevel;
  readonly language: CodeLanguage;
}

/** From what an author wrote, linted before, to the row. */
export function toExercise(source: ExerciseSource, place: ExercisePlace): New<Exercise> {
  const base = {
    id: contentId(place.packId, source.id),
    lessonId: place.lessonId,
    difficulty: source.level ?? place.level,
    prompt: source.prompt.trim(),
    explanation: (source.explanation ?? '').trim(),
    hints: source.hints.map((hint) => hint.trim()),
    points: source.points,
    order: place.order,
    isRequired: source.required,
    rev: source.rev,
  };
  switch (source.type) {
    case 'MULTIPLE_CHOICE':
      return { ...base, ...choiceParts(source) };
    case 'TRUE_FALSE':
      return { ...base, ...trueFalseParts(source) };
    case 'FREE_FORM':
      return { ...base, type: 'FREE_FORM', options: null, starter: null, tests: null, ...freeFormParts(source) };
    case 'CODE_COMPLETION':
      return { ...base, ...codeParts(source, place.language) };
  }
}

function choiceParts(source: SourceOf<'MULTIPLE_CHOICE'>) {
  const options = source.options.map(({ id, text, why }) => ({ id, text: text.trim(), why: why.trim() }));
  const optionId = source.options.find((option) => option.correct)?.id ?? '';
  return { type: source.type, options, answerKey: { optionId }, starter: null, tests: null };
}

function trueFalseParts(source: SourceOf<'TRUE_FALSE'>) {
  const options = [
    { id: 'true', text: 'True', why: source.why.true.trim() },
    { id: 'false', text: 'False', why: source.why.false.trim() },
  ];
  return { type: source.type, options, answerKey: { value: source.answer }, starter: null, tests: null };
}

function freeFormParts(source: SourceOf<'FREE_FORM'>) {
  const { accept, patterns, number, keywords, caseSensitive, rubric, mistakes } = source;
  if (rubric !== undefined) {
    return { answerKey: { kind: 'rubric' as const, criteria: rubric.criteria, sample: rubric.sample.trim() }, mistakes };
  }
  return {
    answerKey: { kind: 'rules' as const, accepted: accept, patterns, number: number ?? null, keywords, caseSensitive },
    mistakes,
  };
}

function codeParts(source: SourceOf<'CODE_COMPLETION'>, courseLanguage: CodeLanguage) {
  const language = source.language ?? courseLanguage;
  const entry = source.file ?? ENTRIES[language];
  return {
    type: source.type,
    language,
    options: null,
    answerKey: { files: { [entry]: source.solution } },
    mistakes: source.mistakes,
    starter: { files: { [entry]: source.starter }, entry },
    tests: source.tests.map(testToRow),
    constructs: { required: [], forbidden: [] },
  };
}

const ENTRIES: { readonly [L in CodeLanguage]: string } = { python: 'main.py', javascript: 'main.js', typescript: 'main.ts' };

function testToRow(test: SourceOf<'CODE_COMPLETION'>['tests'][number]): ExerciseTest {
  const base = { id: test.id, name: test.name.trim(), isVisible: test.visible };
  return test.call !== undefined && test.expect !== undefined
    ? { ...base, kind: 'call', call: test.call, expect: test.expect }
    : { ...base, kind: 'output', stdin: test.stdin ?? '', stdout: test.stdout ?? '' };
}
