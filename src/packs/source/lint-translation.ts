import { exerciseTextsOf, wordsIn } from '../translation-texts.ts';
import { exerciseIn } from '../translate.ts';
import type { ExerciseSource, SourceOf } from './exercise-shapes.ts';
import { badImages, type Pictures } from './lint-content.ts';
import { lintHints, secretsIn, type Secret } from './lint-hints.ts';
import type { FieldPath } from './read-yaml.ts';
import { lintKnown, lintUnique, type ReportAt } from './report-at.ts';
import type { ExerciseTexts } from './translation-shapes.ts';

/** What a shape cannot say of a translated exercise: that it fits the one it translates, which is sound. */
export function lintExerciseTexts(original: ExerciseSource, texts: ExerciseTexts, pictures: Pictures, report: ReportAt): void {
  const findings: Parameters<ReportAt>[] = [];
  const noting: ReportAt = (...finding) => {
    findings.push(finding);
    report(...finding);
  };
  lintCount('hint', texts.hints, original.hints, ['hints'], noting);
  lintIds(original, texts, noting);
  lintMistakes(original, texts, noting);
  if (texts.rubric !== undefined) lintRubric(original as SourceOf<'FREE_FORM'>, texts, noting);
  if (texts.constructs !== undefined) lintConstructs(original, texts, noting);
  if (texts.text !== undefined) lintText(original as SourceOf<'FILL_BLANKS'>, texts.text, noting);
  lintImages(original, texts, pictures, noting);
  if (findings.length === 0) lintWhole(original, texts, report);
}

/** Lists without ids are told apart by their places alone: a translated one is as long as the original. */
export function lintCount(what: string, translated: readonly string[] | undefined, original: readonly unknown[], path: readonly string[], report: ReportAt): void {
  if (translated === undefined || translated.length === original.length) return;
  report(path, `${original.length}, one for each ${what} of the original`, String(translated.length));
}

const WITH_IDS = { options: 'an option', left: 'an item', right: 'an item', items: 'an item', tests: 'a test' } as const;

function lintIds(original: ExerciseSource, texts: ExerciseTexts, report: ReportAt): void {
  const known = original as { readonly [F in keyof typeof WITH_IDS]?: readonly { readonly id: string }[] };
  for (const field of Object.keys(WITH_IDS) as (keyof typeof WITH_IDS)[]) {
    const ids = texts[field]?.map(({ id }) => id) ?? [];
    ids.forEach((id, i) => lintKnown(id, known[field]?.map((one) => one.id) ?? [], [field, i, 'id'], `the id of ${WITH_IDS[field]} of the original`, report));
    lintUnique(ids, (i) => [field, i, 'id'], report);
  }
}

function lintMistakes(original: ExerciseSource, { mistakes = [] }: ExerciseTexts, report: ReportAt): void {
  const known = 'mistakes' in original ? original.mistakes.map(({ answer }) => answer) : [];
  mistakes.forEach(({ answer }, i) => {
    if (!known.includes(answer)) report(['mistakes', i, 'answer'], "an `answer` of the original's `mistakes`, to the letter", JSON.stringify(answer.slice(0, 40)));
  });
  lintUnique(mistakes.map(({ answer }) => answer), (i) => ['mistakes', i, 'answer'], report);
}

function lintRubric({ rubric }: SourceOf<'FREE_FORM'>, texts: ExerciseTexts, report: ReportAt): void {
  if (rubric === undefined) report(['rubric'], 'no `rubric`, since the original has none', 'one');
  else lintCount('criterion', texts.rubric?.criteria, rubric.criteria, ['rubric', 'criteria'], report);
}

function lintConstructs(original: ExerciseSource, { constructs = {} }: ExerciseTexts, report: ReportAt): void {
  for (const kind of ['required', 'forbidden'] as const) {
    const known = 'constructs' in original ? original.constructs[kind].map(({ construct }) => construct) : [];
    const names = constructs[kind]?.map(({ construct }) => construct) ?? [];
    names.forEach((name, i) => lintKnown(name, known, ['constructs', kind, i, 'construct'], 'a construct of the original', report));
    lintUnique(names, (i) => ['constructs', kind, i, 'construct'], report);
  }
}

function lintText({ language, blanks }: SourceOf<'FILL_BLANKS'>, text: string, report: ReportAt): void {
  if (language !== undefined) {
    report(['text'], 'no `text`, since that of the original is code', 'one');
    return;
  }
  const shown = [...text.matchAll(/\{\{([a-z0-9.-]+)\}\}/g)].map(([, id = '']) => id);
  for (const id of new Set(shown)) lintKnown(id, blanks.map((blank) => blank.id), ['text'], "only the original's blanks", report);
  for (const { id } of blanks) {
    const times = shown.filter((one) => one === id).length;
    if (times !== 1) report(['text'], `\`{{${id}}}\` once`, times === 0 ? 'nowhere' : `${times} times`);
  }
}

/** These never reach the screen as Markdown. */
const PLAIN = new Set<string | number>(['tests', 'text']);

function lintImages(original: ExerciseSource, texts: ExerciseTexts, pictures: Pictures, report: ReportAt): void {
  for (const { path, text } of wordsIn(texts)) {
    if (PLAIN.has(path[0] ?? '')) continue;
    for (const { expected, found } of badImages(text, pictures, original.source === undefined)) report(path, expected, found);
  }
}

/** Of the words as they will be shown, translated or not: options differ, and no hint tells the answer. */
function lintWhole(original: ExerciseSource, texts: ExerciseTexts, report: ReportAt): void {
  const whole = exerciseIn(original, texts);
  const shown = exerciseTextsOf(whole);
  for (const field of ['options', 'left', 'right', 'items'] as const) {
    const given = texts[field];
    if (given === undefined) continue;
    const all = shown[field] ?? [];
    // The words that are used before may be the original's.
    const at = (i: number): FieldPath => {
      const place = given.findIndex(({ id }) => id === all[i]?.id);
      return place === -1 ? [field] : [field, place, 'text'];
    };
    lintUnique(all.map(({ text = '' }) => text.trim()), at, report);
  }
  if (texts.hints !== undefined && original.source === undefined) lintHints(whole, report, secretsOf(original, whole));
}

/** Of an original whose solution is code, which is the same in every language. */
const known = new WeakMap<ExerciseSource, readonly Secret[]>();

function secretsOf(original: ExerciseSource, whole: ExerciseSource): readonly Secret[] {
  if (original.type !== 'CODE_COMPLETION' && original.type !== 'FIX_BUG') return secretsIn(whole);
  const secrets = known.get(original) ?? secretsIn(original);
  known.set(original, secrets);
  return secrets;
}
