import type { CodeLanguage, DifficultyLevel } from '../../../db/models/enums.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import { contentId, type Id } from '../../../db/models/ids.ts';
import type { New } from '../../../db/models/row.ts';
import { arrangementParts } from './arrangement-parts.ts';
import { codeParts, predictParts } from './code-parts.ts';
import type { ExerciseSource, SourceOf } from './exercise-shapes.ts';

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
    objectives: source.objectives ?? [],
    variantOf: source.variantOf === undefined ? null : contentId(place.packId, source.variantOf),
  };
  switch (source.type) {
    case 'MULTIPLE_CHOICE':
      return { ...base, ...NO_CODE, type: source.type, options: optionsOf(source), answerKey: { optionId: rightOf(source)[0] ?? '' } };
    case 'MULTI_SELECT':
      return { ...base, ...NO_CODE, type: source.type, options: optionsOf(source), answerKey: { optionIds: rightOf(source) } };
    case 'TRUE_FALSE':
      return { ...base, ...trueFalseParts(source) };
    case 'FREE_FORM':
      return { ...base, ...NO_CODE, type: 'FREE_FORM', options: null, ...freeFormParts(source) };
    case 'SHORT_TEXT': {
      const { accept: accepted, patterns, caseSensitive, mistakes } = source;
      return { ...base, ...NO_CODE, type: source.type, options: null, answerKey: { accepted, patterns, caseSensitive }, mistakes };
    }
    case 'NUMERIC': {
      const { answer: value, absolute, relative, units, mistakes } = source;
      return { ...base, ...NO_CODE, type: source.type, options: null, answerKey: { value, absolute, relative, units }, mistakes };
    }
    case 'PREDICT_OUTPUT':
      return { ...base, ...predictParts(source, place.language) };
    case 'PARSONS':
    case 'FILL_BLANKS':
    case 'MATCHING':
    case 'ORDERING':
      return { ...base, ...NO_CODE, ...arrangementParts(source, place.language) };
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return { ...base, type: source.type, ...codeParts(source, place.language) };
  }
}

const NO_CODE = { starter: null, tests: null };

type Choice = SourceOf<'MULTIPLE_CHOICE' | 'MULTI_SELECT'>;
const optionsOf = ({ options }: Choice) => options.map(({ id, text, why }) => ({ id, text: text.trim(), why: why.trim() }));
const rightOf = ({ options }: Choice): string[] => options.filter(({ correct }) => correct).map(({ id }) => id);

function trueFalseParts(source: SourceOf<'TRUE_FALSE'>) {
  const options = [
    { id: 'true', text: 'True', why: source.why.true.trim() },
    { id: 'false', text: 'False', why: source.why.false.trim() },
  ];
  return { ...NO_CODE, type: source.type, options, answerKey: { value: source.answer } };
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
