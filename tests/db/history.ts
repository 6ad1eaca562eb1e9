import { VERSIONS } from '../../db/versions/all.ts';
import type { Version } from '../../db/versions/version.ts';

/** The schema's history as it was when this version was the newest. */
export const historyTo = (version: number): readonly Version[] => VERSIONS.filter(({ number }) => number <= version);
