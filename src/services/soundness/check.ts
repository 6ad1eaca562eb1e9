import type { EpochMs, Id } from '../../../db/models/ids.ts';
import type { TableName } from '../../../db/tables.ts';
import { breathe } from '../breathe.ts';
import type { Environment } from '../environment.ts';
import { keptCourses } from '../packs/kept-courses.ts';
import { checkActivity } from './check-activity.ts';
import { compareWithJournal, readJournal, soundRowsOf } from './check-journal.ts';
import { createRowChecker } from './check-rows.ts';
import { checkSnapshot, type Pair } from './check-snapshots.ts';
import { confirm } from './confirm.ts';
import { bundlesFor, withCures, type Medicine } from './cures.ts';
import type { Checkup, Problem } from './finding.ts';
import { walk } from './walk.ts';
import { createWhereAbout } from './where-about.ts';

/** `share` 0–1 of the rows looked at so far. */
export type OnProgress = (share: number) => void;

/** A checkup, and what a repair needs to act on it. */
export interface Examined {
  readonly checkup: Checkup;
  readonly medicine: Medicine;
  /** Every learner and course that anything was done in. */
  readonly pairs: readonly Pair[];
  readonly users: readonly Id[];
}

/** Counts every row, holds each against its rules, what it refers to and the journal, and each snapshot and each day against what it is computed from. Changes nothing. */
export async function examine(
  environment: Pick<Environment, 'strict' | 'platform' | 'now' | 'bundledCourses' | 'openPackReader'>,
  onProgress: OnProgress = () => undefined,
): Promise<Examined> {
  const { strict, platform, now, bundledCourses } = environment;
  // Where it cannot be counted, a table that cannot be read will say so below.
  const counts = await strict.count().catch(() => ({}));
  const total = Math.max(1, Object.values(counts).reduce((sum, count) => sum + count, 0));
  const checker = createRowChecker();
  const about = createWhereAbout();
  const pairs = new Map<string, Pair>();
  const erasedAt = new Map<Id, EpochMs>();
  const unreadable: Problem[] = [];
  let rows = 0;
  await walk(strict, {
    onPage(table, page) {
      rows += page.length;
      checker.look(table, page);
      about.learn(table, page);
      for (const { id, row } of page) {
        if (table === 'tombstones' && typeof row.erasedAt === 'number') erasedAt.set(id, row.erasedAt);
        if (!PROGRESS.includes(table)) continue;
        const pair = [about.userOf(table, row), about.courseOf(table, row)] as const;
        if (isPair(pair)) pairs.set(JSON.stringify(pair), pair);
      }
      onProgress(Math.min(1, rows / total));
    },
    onUnreadable: (table, reason) => unreadable.push({ kind: 'unreadable', table, id: '', reason }),
  });

  const confirmed = await confirm(strict, checker.problems);
  const broken = new Set(confirmed.filter(({ table }) => table === 'progressSnapshots').map(({ id }) => id));
  const computed: Problem[] = [];
  if (unreadable.length === 0) {
    for (const pair of pairs.values()) {
      if (broken.has(pair.join('/'))) continue;
      const problem = await checkSnapshot(strict, pair);
      if (problem !== null) computed.push(problem);
      await breathe();
    }
    for (const userId of checker.ids('users')) {
      const problem = await checkActivity(strict, userId);
      if (problem !== null) computed.push(problem);
      await breathe();
    }
  }
  const journal = await readJournal(platform.journal);
  const compared = journal === null || unreadable.length > 0 ? null : await compareWithJournal(strict, journal, { ids: checker.ids, about, erasedAt });
  // A row that breaks its rules is not told twice.
  const told = new Set(confirmed.map(({ table, id }) => `${table} ${id}`));
  const fromJournal = (compared?.problems ?? []).filter(({ table, id }) => !told.has(`${table} ${id}`));
  const problems = [...unreadable, ...confirmed, ...computed, ...fromJournal];
  const sourcesOf = async () => [...bundledCourses(), ...(await keptCourses(environment))];
  const medicine = { soundRow: soundRowsOf(journal), bundleOf: await bundlesFor(problems, sourcesOf) };
  const checkup = { at: now(), rows, compared: compared?.compared ?? null, findings: withCures(problems, medicine) };
  return { checkup, medicine, pairs: [...pairs.values()], users: [...checker.ids('users')] };
}

const PROGRESS: readonly TableName[] = ['exerciseAttempts', 'learningFacts', 'progressSnapshots'];

const isPair = (pair: readonly [Id | null, Id | null]): pair is Pair => pair[0] !== null && pair[1] !== null;
