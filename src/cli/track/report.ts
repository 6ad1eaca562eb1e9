import type { CodeLanguage } from '../../../db/models/enums.ts';
import { toTable } from '../table.ts';
import type { CaseResult } from './run-case.ts';

export interface Case {
  readonly id: string;
  readonly solution: CaseResult;
  readonly starter: CaseResult;
}

export interface Report {
  readonly language: CodeLanguage;
  /** Node is no sandbox; only the browser's runs say what the app does. */
  readonly where: 'browser' | 'node (trusted)';
  /** False: it was interrupted, and only what was done is here. */
  readonly isComplete: boolean;
  readonly totals: {
    readonly exercises: number;
    readonly solutionsPassed: number;
    readonly startersPassed: number;
    readonly ms: number;
  };
  /** By id. */
  readonly cases: readonly Case[];
}

/** A learner's program is stopped at this unless its exercise grants more. */
const SLOW_MS = 5_000;

/** What somebody will want to look into, line by line, and the numbers. */
export function summaryOf({ cases, totals, isComplete, where }: Report): string[] {
  const failing = cases.filter(({ solution }) => solution.outcome !== 'passed');
  const slow = cases.filter(({ solution }) => solution.outcome === 'passed' && solution.ms > SLOW_MS);
  const passing = cases.filter(({ starter }) => starter.outcome === 'passed');
  const started = cases.filter(({ starter }) => starter.outcome !== 'skipped').length;
  return [
    ...section('Solutions that did not pass:', failing.map(({ id, solution }) => [id, solution.outcome, solution.reason])),
    ...section('Solutions that a learner would have to wait for:', slow.map(({ id, solution }) => [id, seconds(solution.ms)])),
    ...section('Starters that pass as they are:', passing.map(({ id }) => [id])),
    ...toTable([
      ['solutions passed', totals.solutionsPassed, 'of', totals.exercises],
      ['starters passed', totals.startersPassed, 'of', started],
    ]),
    `${seconds(totals.ms)} in ${where}${isComplete ? '' : '; interrupted: the rest was not run'}`,
  ];
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Nothing at all when it would be empty. */
function section(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : [title, ...toTable(rows).map((line) => `  ${line}`), ''];
}

export function totalsOf(cases: readonly Case[], ms: number): Report['totals'] {
  const count = (kind: 'solution' | 'starter'): number => cases.filter((one) => one[kind].outcome === 'passed').length;
  return { exercises: cases.length, solutionsPassed: count('solution'), startersPassed: count('starter'), ms: Math.round(ms) };
}
