import { SCHEMA_VERSION } from '../../../db/schema.ts';
import { storedProfile } from '../../fixtures/profiles/stored.ts';
import type { Act, StoredRows } from './page/types.ts';

/** What each of some tabs does, and when; the same one for the same seed. */
export interface Schedule {
  readonly seed: number;
  /** Of the schema: what the device holds before any tab is opened. */
  readonly version: number;
  readonly rows: StoredRows;
  readonly tabs: readonly (readonly { readonly act: Act; readonly afterMs: number }[])[];
}

const COURSE = 'python';
/** True/false questions in every version's profile, and those of the course that tabs import. */
const EXERCISES = ['python:l0.e1', 'python:l2.e1', 'python:l4.e1', 'tabs:a1', 'tabs:a2', 'tabs:a3', 'tabs:b1', 'tabs:c1'];

export function makeSchedule(seed: number, random: () => number, acts: number): Schedule {
  const version = 1 + Math.floor(random() * SCHEMA_VERSION);
  const { rows, learners } = twoLearners(version);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const tabCount = 2 + Math.floor(random() * 4);
  let nonce = 1_000_000;
  const act = (): Act => {
    const about = { userId: pick(learners), exerciseId: pick(EXERCISES) };
    const dice = random();
    if (dice < 0.6) return { do: 'answer', ...about, value: random() < 0.6, nonce: (nonce += 1) };
    if (dice < 0.7) return { do: 'type', ...about };
    if (dice < 0.78) return { do: 'skip', ...about };
    if (dice < 0.96) return { do: 'import', edition: random() < 0.5 ? 0 : 1 };
    return { do: 'erase course', userId: about.userId, courseId: random() < 0.5 ? COURSE : 'tabs' };
  };
  const tabs = Array.from({ length: tabCount }, () => Array.from({ length: acts }, () => ({ act: act(), afterMs: Math.floor(random() ** 3 * 40) })));
  // In one schedule of three a learner is erased for good, in one of three a newer app comes half way.
  const insert = (one: Act): void => {
    const list = pick(tabs);
    list.splice(Math.floor(list.length * (0.3 + random() * 0.6)), 0, { act: one, afterMs: 0 });
  };
  if (seed % 3 === 0) insert({ do: 'erase learner', userId: pick(learners) });
  if (seed % 3 === 1) insert({ do: 'upgrade' });
  return { seed, version, rows, tabs };
}

/** The stored profile of that version, cut down to two learners and one course. */
function twoLearners(version: number): { readonly rows: StoredRows; readonly learners: readonly string[] } {
  const whole = storedProfile(version) as unknown as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  const learners = (whole.users ?? []).slice(1, 3).map(({ id }) => String(id));
  const isOf = (id: unknown): boolean => String(id).startsWith(COURSE);
  const fits = (row: Readonly<Record<string, unknown>>): boolean =>
    (row.userId === undefined || learners.some((id) => id === row.userId)) &&
    [row.courseId, row.lessonId, row.exerciseId].every((id) => id === undefined || id === null || isOf(id));
  const rows = Object.entries(whole).map(([table, all]) => {
    if (table === 'users') return [table, all.filter(({ id }) => learners.includes(String(id)))];
    if (table === 'courses') return [table, all.filter(({ id }) => id === COURSE)];
    return [table, all.filter(fits)];
  });
  return { rows: Object.fromEntries(rows) as StoredRows, learners };
}
