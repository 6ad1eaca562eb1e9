import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../src/cli/browser/find-browser.ts';
import { buildSandboxPage } from '../../src/cli/sandbox-page/build-page.ts';
import { serveFolder } from '../../src/cli/sandbox-page/serve-folder.ts';
import { openArena, type Aftermath, type Arena, type NetEvent } from './hostile/arena.ts';
import { figuresOf, isWithstood, MAX_GAP_MS, printReport } from './hostile/figures.ts';
import { GRACE_MS, judge } from './hostile/judge.ts';
import { ownPrograms, readPrograms } from './hostile/programs.ts';
import { randomFrom, shuffled } from './hostile/random.ts';
import { takeStall } from './hostile/stall.ts';
import { attackOf } from './hostile/trials.ts';
import type { Attack, HostileCase, HostileProgram } from './hostile/types.ts';
import { readOptions } from './options.ts';
import { writeReport } from './report.ts';

/** A process that only waits, and gets no turn for so long, is starved. */
const STARVED_MS = 60;
const MAX_TRIES = 3;
/** Tries hostile programs in the app's own runner, in real browsers. True when every one was withstood. */
export async function hostile(argv: readonly string[]): Promise<boolean> {
  const { rounds, seed, json, ...own } = readOptions(argv, { rounds: 1, texts: ['programs', 'only', 'jobs'] });
  // A page and the program that it contains want a core each: more at once, and they hold each other up.
  const jobs = own.jobs === undefined ? Math.max(1, Math.floor(availableParallelism() / 2)) : Number(own.jobs);
  const all = own.programs === undefined ? ownPrograms() : readPrograms(own.programs);
  const wanted = own.only?.split(',');
  const programs = all.filter(({ id }) => wanted?.some((name) => id === name || (name.endsWith('*') && id.startsWith(name.slice(0, -1)))) ?? true);
  console.log(`${programs.length} programs, ${rounds} round(s), seed ${seed}`);
  const start = performance.now();
  const cases = await tryAll(programs, { rounds, seed, jobs });
  printReport(cases, (performance.now() - start) / 1000);
  writeReport(json, { figures: figuresOf(cases), cases });
  return programs.length > 0 && cases.every(isWithstood);
}

export interface TryOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly jobs: number;
  /** Beyond a run's limit, ms. */
  readonly graceMs?: number;
  /** How often a program is tried whose page had a gap while the machine starved this process too. */
  readonly tries?: number;
}

/** Every program, `rounds` times over, each round in another order. In the order of the programs. */
export async function tryAll(programs: readonly HostileProgram[], { rounds, seed, jobs, graceMs = GRACE_MS, tries = MAX_TRIES }: TryOptions): Promise<HostileCase[]> {
  const found = await findBrowser();
  if (!found.ok) throw new Error(found.reason);
  const random = randomFrom(seed);
  const order = Array.from({ length: rounds }, () => shuffled(programs.map((program, index) => ({ program, index })), random)).flat();
  const server = await serveFolder(await buildSandboxPage(join(import.meta.dirname, 'hostile/page')));
  const judged: { readonly index: number; readonly one: HostileCase; readonly aftermath: Aftermath; readonly job: number }[] = [];
  const logs: (readonly NetEvent[])[] = [];
  const queue = order.values();
  const work = async (_: unknown, job: number): Promise<void> => {
    const arena = await openArena(server.url, found);
    try {
      for (const { program, index } of queue) {
        const { one, aftermath } = await attackUntilQuiet(arena, attackOf(program, arena.trap.address, random), tries, (aftermath) => judge(program, aftermath, graceMs));
        judged.push({ index, one, aftermath, job });
        tell(one, judged.length, order.length);
      }
    } finally {
      logs[job] = await arena.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, order.length)) }, work));
  } finally {
    await server.close();
  }
  return judged.sort((a, b) => a.index - b.index).map(({ one, aftermath, job }) => withLog(one, aftermath, logs[job] ?? []));
}

interface Judged {
  readonly one: HostileCase;
  readonly aftermath: Aftermath;
}

/**
 * A gap of the page says something of us only while the machine itself keeps going: where this very process was
 * starved too, the program is tried again, and the notes say so. Anything else that went wrong stands.
 */
async function attackUntilQuiet(arena: Arena, attack: Attack, tries: number, judged: (aftermath: Aftermath) => HostileCase): Promise<Judged> {
  const starved: string[] = [];
  for (;;) {
    takeStall();
    const aftermath = await arena.attack(attack);
    const stallMs = takeStall();
    const one = judged(aftermath);
    const isOnlySlow = one.gapMs > MAX_GAP_MS && isWithstood({ ...one, gapMs: 0 });
    if (!isOnlySlow || stallMs < STARVED_MS || starved.length === tries - 1) return { one: { ...one, notes: [...one.notes, ...starved] }, aftermath };
    starved.push(`tried again: a gap of ${one.gapMs} ms while the machine gave this process nothing for ${Math.round(stallMs)} ms`);
  }
}

/** What the browser's own log of its network knows, and nobody else saw, counts too. */
function withLog(one: HostileCase, { from, to, requests }: Aftermath, log: readonly NetEvent[]): HostileCase {
  const own = log.filter(({ at }) => at >= from && at <= to);
  if (own.length === 0 || requests.length > 0) return one;
  return { ...one, requests: own.length, notes: [...one.notes, ...own.slice(0, 5).map(({ what }) => what)] };
}

function tell(one: HostileCase, count: number, of: number): void {
  const mark = isWithstood(one) ? ' ' : '!';
  const where = `${String(count).padStart(String(of).length)}/${of}`;
  console.log(`${where} ${mark} ${one.id.slice(0, 44).padEnd(44)} ${one.outcome.padEnd(15)} ${String(one.ms).padStart(6)} ms, gap ${one.gapMs} ms`);
  for (const note of one.notes) console.log(`      ${note.replaceAll('\n', '⏎')}`);
}
