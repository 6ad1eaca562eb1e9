import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Task } from './packs/child.ts';
import { figuresOf, isWithin, type WatchedOutcome } from './packs/outcome.ts';
import { tryAll } from './packs/watch.ts';
import { readOptions } from './options.ts';
import { writeReport } from './report.ts';

/** Takes bad packs, or any files of a folder. True when each was taken whole or refused whole, in time and in little memory. */
export async function packs(argv: readonly string[]): Promise<boolean> {
  const { rounds, seed, json, files, jobs } = readOptions(argv, { rounds: 10_000, texts: ['files', 'jobs'] });
  const tasks: Task[] = files === undefined ? Array.from({ length: rounds }, (_, number) => ({ seed, number })) : filesIn(files).map((file) => ({ file }));
  if (files === undefined) console.log(`  seed ${seed}`);
  const cases = await tryAll(tasks, jobs === undefined ? availableParallelism() : Number(jobs), (outcome, done) => {
    if (!isWithin(outcome)) console.log(`  NOT YET ${lineOf(outcome)}`);
    if (done % 500 === 0) console.log(`  ${done} of ${tasks.length}`);
  });
  const slow = cases.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
  const large = cases.toSorted((a, b) => b.peakMb - a.peakMb).slice(0, 5);
  for (const one of slow) console.log(`  slow: ${lineOf(one)}`);
  for (const one of large) console.log(`  large: ${lineOf(one)}`);
  const figures = figuresOf(cases);
  console.log(JSON.stringify(figures));
  writeReport(json, { figures, seed, cases });
  return cases.length > 0 && cases.every(isWithin);
}

const lineOf = ({ name, end, why, ms, peakMb, notes }: WatchedOutcome): string =>
  `${name}: ${end} in ${Math.round(ms)} ms, ${Math.round(peakMb)} MB; ${[why, ...notes].join('; ').slice(0, 300)}`;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
