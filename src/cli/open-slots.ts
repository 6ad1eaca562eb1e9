import { availableParallelism, totalmem } from 'node:os';
import type { CodeLanguage } from '../../db/models/enums.ts';
import type { Slots } from './slots.ts';
import type { Terminal } from './terminal.ts';

export interface WantedSlots {
  /** Of most jobs to come. */
  readonly language: CodeLanguage;
  readonly count: number;
  readonly signal: AbortSignal;
}

export const TRUSTED_WORDS =
  'Trusted: this runs in Node, where an engine is no sandbox. The code can reach your files and the network.\n';

/** Browsers with the app's runner, or Node's engines, loaded only now. Rejects with `NoBrowser` where none starts. */
export async function openSlots(isTrusted: boolean, wanted: WantedSlots, note: Terminal['note']): Promise<Slots> {
  if (isTrusted) return (await import('./trusted/open-trusted.ts')).openTrusted(wanted);
  note(`Starting ${wanted.count === 1 ? 'a browser' : `${wanted.count} browsers`} …\n`);
  const opened = await (await import('./sandbox-page/open-pages.ts')).openSandboxPages(wanted);
  return { slots: opened.pages, close: () => opened.close() };
}

const BYTES_A_JOB = 1e9;

/** One a core, as long as there is some memory for each: a browser with three warm engines holds half of it. */
const defaultJobs = (): number => Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / BYTES_A_JOB)));

/** What `--jobs` says, or so many as suit this machine; null: no number from 1 to 256. */
export function readJobs(text: string | undefined): number | null {
  const jobs = text === undefined ? defaultJobs() : Number(text);
  return Number.isInteger(jobs) && jobs >= 1 && jobs <= 256 ? jobs : null;
}

export const badJobs = (text: string | undefined): string => `--jobs ${text ?? ''} is no number of jobs. Give a whole number from 1 to 256.`;
