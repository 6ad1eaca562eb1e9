import type { CodeLanguage } from '../../db/models/enums.ts';
import type { KeptFiles } from '../core/kept-files.ts';
import type { RunResult } from '../core/run-result.ts';
import type { RunJob } from '../runner/runner.ts';

/** For three boots on a busy machine, one of them packed up. */
const LIMIT_MS = 60_000;
const ASK_MS = 200;

/** Languages whose engine boots faster by the memory of one that has booted. */
export const handsOver = (language: CodeLanguage): boolean => language === 'python';

/**
 * Waits until the engine's booted memory is kept, for the other runners and the next time: a runner makes it once it
 * has worked and has nothing else to do, which on a track it never has. Nothing is lost where it does not come.
 */
export async function makeHandover({ run }: { readonly run: (job: RunJob) => Promise<RunResult> }, language: CodeLanguage, kept: KeptFiles, signal: AbortSignal): Promise<void> {
  const isThere = async (): Promise<boolean> => (await kept.names()).some((name) => name.startsWith(`${language}-`));
  if (!handsOver(language) || (await isThere())) return;
  const until = performance.now() + LIMIT_MS;
  // A page that is lost so early will be made anew when it is needed.
  await run({ language, files: { main: '' }, entry: 'main', stdin: '' }).catch(() => undefined);
  while (!signal.aborted && performance.now() < until && !(await isThere())) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
}
