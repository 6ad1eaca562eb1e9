import { v1 } from './v1.ts';
import { v2 } from './v2.ts';
import { v3 } from './v3.ts';
import type { AnyDump, Version } from './version.ts';

/** The schema's history, oldest first. */
export const VERSIONS: readonly Version[] = [v1, v2, v3];

/** The version that this app writes. */
export const SCHEMA_VERSION = v3.number;

/** A backup's rows brought from one version to a later one, or back to an earlier one. */
export function convertDump(dump: AnyDump, from: number, to: number): AnyDump {
  const steps = VERSIONS.filter((version) => version.number > Math.min(from, to) && version.number <= Math.max(from, to));
  return from <= to
    ? steps.reduce((rows, version) => version.upgradeDump(rows), dump)
    : steps.reduceRight((rows, version) => version.downgradeDump(rows), dump);
}
