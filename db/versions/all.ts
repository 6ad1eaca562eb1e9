import { v1 } from './v1.ts';
import { v2 } from './v2.ts';
import { v3 } from './v3.ts';
import { v4 } from './v4.ts';
import { SCHEMA_VERSION } from './current.ts';
import { v5 } from './v5.ts';
import type { AnyDump, Version } from './version.ts';

/** The schema's history, oldest first. */
export const VERSIONS: readonly Version[] = [v1, v2, v3, v4, v5];

export { SCHEMA_VERSION };

/** A backup's rows of an earlier version, in the shape of this app's. */
export const upgradedDump = (dump: AnyDump, from: number): AnyDump =>
  VERSIONS.filter(({ number }) => number > from).reduce((rows, version) => version.upgradeDump(rows), dump);

/** A backup's rows for the app of an earlier version: whatever that one cannot hold is left out (R15). */
export async function downgradedDump(dump: AnyDump, to: number): Promise<AnyDump> {
  let rows = dump;
  for (const version of VERSIONS.filter(({ number }) => number > to).reverse()) rows = await version.downgradeDump(rows);
  return rows;
}
