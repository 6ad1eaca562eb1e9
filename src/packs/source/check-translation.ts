import { isRecord } from '../../core/json.ts';
import type { LessonDoc, LessonTexts } from '../course-doc.ts';
import type { PackError } from '../pack-error.ts';
import { checkShape, inWords } from './check-shape.ts';
import { badImages, type Pictures } from './lint-content.ts';
import { lintCount, lintExerciseTexts } from './lint-translation.ts';
import type { ReadYaml } from './read-yaml.ts';
import { lintKnown, reporterAt } from './report-at.ts';
import { headTextsShape, TEXTS_SHAPE_OF, type ExerciseTexts } from './translation-shapes.ts';

type Report = (finding: PackError) => void;

/** A translated lesson as it was read, not yet held against its original. */
export interface ReadTranslation {
  readonly file: string;
  readonly head: ReadYaml;
  readonly content: string;
  /** The file's line of each of the content's, from 0. */
  readonly lineAt: (index: number) => number;
  readonly exercises: readonly ReadYaml[];
}

/** A translated lesson, held against the lesson it translates, which is sound. What has a finding is left out. */
export function checkTranslation({ file, head, content, lineAt, exercises }: ReadTranslation, original: LessonDoc, pictures: Pictures, report: Report): LessonTexts {
  const heading = checkShape(headTextsShape, file, head, report) ?? {};
  lintCount('objective', heading.objectives, original.head.objectives, ['objectives'], reporterAt(file, head, report));
  for (const { line, expected, found } of badImages(content, pictures)) {
    report({ type: 'BadContent', file, line: lineAt(line), field: '', expected, found });
  }
  const seen = new Set<string>();
  const checked = exercises.flatMap((yaml) => {
    const id = isRecord(yaml.value) && typeof yaml.value.id === 'string' ? yaml.value.id : null;
    if (id !== null && seen.has(id)) {
      reporterAt(file, yaml, report)(['id'], 'an exercise not translated before', `\`${id}\` again`);
      return [];
    }
    if (id !== null) seen.add(id);
    return checkTexts(file, yaml, original, pictures, report) ?? [];
  });
  return { head: heading, content, exercises: checked };
}

function checkTexts(file: string, yaml: ReadYaml, { exercises }: LessonDoc, pictures: Pictures, report: Report): ExerciseTexts | null {
  const at = reporterAt(file, yaml, report);
  const id = isRecord(yaml.value) ? yaml.value.id : undefined;
  const original = exercises.find((exercise) => exercise.id === id);
  if (original === undefined) {
    const expected = 'the id of an exercise of the lesson that it translates';
    if (typeof id === 'string') lintKnown(id, exercises.map((exercise) => exercise.id), ['id'], expected, at);
    else at(['id'], expected, inWords(id));
    return null;
  }
  const texts = checkShape(TEXTS_SHAPE_OF[original.type], file, yaml, report);
  if (texts !== null) lintExerciseTexts(original, texts, pictures, at);
  return texts;
}
