import { writeFileSync } from 'node:fs';

/** What `--json FILE` holds; a torture may tell more beside it. */
export interface Report {
  readonly figures: object;
  readonly cases: readonly object[];
  readonly [more: string]: unknown;
}

export function writeReport(json: string | undefined, report: Report): void {
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
}

/** What cannot be tried here has missed no goal, and says why it was not tried. */
export function skip(name: string, why: string): true {
  console.log(`${name}: skipped, ${why}`);
  return true;
}
