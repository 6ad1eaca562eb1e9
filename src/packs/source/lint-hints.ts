import type { CodeSource, ExerciseSource } from './exercise-shapes.ts';
import { lintUnique, type ReportAt } from './report-at.ts';

/** A hint leads and does not tell: no line of the solution, no accepted answer, no right option stands in it. */
export function lintHints(source: ExerciseSource, report: ReportAt, secrets: readonly Secret[] = secretsIn(source)): void {
  lintUnique(source.hints, (i) => ['hints', i], report);
  source.hints.forEach((hint, i) => {
    const squeezed = squeeze(hint);
    const told = secrets.find((secret) => squeezed.includes(secret.squeezed));
    if (told !== undefined) report(['hints', i], 'a hint without the solution', `\`${told.text.trim()}\` in it`);
  });
}

export interface Secret {
  readonly text: string;
  /** Without white space. */
  readonly squeezed: string;
}

/** What no hint may tell. */
export const secretsIn = (source: ExerciseSource): Secret[] =>
  secretsOf(source)
    .map((secret) => ({ text: secret, squeezed: squeeze(secret) }))
    .filter(({ squeezed }) => squeezed.length >= SHORTEST_SECRET)
    .slice(0, MOST_SECRETS);

/** Shorter ones would turn up in honest hints by accident. Characters without white space. */
const SHORTEST_SECRET = 6;
/** More would take long to look for, and stand in no exercise meant for people. */
const MOST_SECRETS = 1_000;

function secretsOf(source: ExerciseSource): readonly string[] {
  switch (source.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return source.options.filter((option) => option.correct).map((option) => option.text);
    case 'FREE_FORM':
    case 'SHORT_TEXT':
      return source.accept;
    case 'FILL_BLANKS':
      return source.blanks.flatMap(({ accept }) => accept);
    case 'PREDICT_OUTPUT':
      return source.stdout.split('\n');
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return newLines(source);
    // What is arranged is on the screen anyway, and a number is too short to be told from others.
    case 'TRUE_FALSE':
    case 'NUMERIC':
    case 'PARSONS':
    case 'MATCHING':
    case 'ORDERING':
      return [];
  }
}

/** The lines of the solution that the learner was not given. */
function newLines({ starter = '', files = {}, solution = '', solutions = {} }: CodeSource): string[] {
  const given = new Set([starter, ...Object.values(files)].flatMap((text) => text.split('\n')).map(squeeze));
  const lines = [solution, ...Object.values(solutions)].flatMap((text) => text.split('\n'));
  return lines.filter((line) => !given.has(squeeze(line)));
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');
