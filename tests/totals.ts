import { existsSync, readFileSync } from 'node:fs';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly skippedNames: readonly string[];
}

export const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0, skippedNames: [] };

/** What we read of vitest's JSON report. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export function add(a: Totals, b: Totals): Totals {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    skippedNames: [...a.skippedNames, ...b.skippedNames],
  };
}

export const said = (totals: Totals): string =>
  `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`;

/**
 * Counts a vitest run from its report. What no test can tell still counts as one failure: a file that does not load,
 * a run that ended badly though every test passed, a report that was never written.
 */
export function readReport(path: string, endedWell: boolean): Totals {
  if (!existsSync(path)) return { ...NOTHING, failed: 1 };
  return countReport(JSON.parse(readFileSync(path, 'utf8')) as Report, endedWell);
}

export function countReport(report: Report, endedWell: boolean): Totals {
  const results = report.testResults.flatMap((file) => file.assertionResults);
  const withStatus = (...statuses: string[]) => results.filter((result) => statuses.includes(result.status));
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = withStatus('failed').length + unloaded.length;
  const skipped = withStatus('skipped', 'pending', 'todo', 'disabled');
  return {
    passed: withStatus('passed').length,
    failed: failed === 0 && !endedWell ? 1 : failed,
    skipped: skipped.length,
    skippedNames: skipped.map((result) => result.fullName),
  };
}
