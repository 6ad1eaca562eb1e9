import { faultsIn } from '../faults/soundness.ts';
import type { Act, Done, StoredRows } from './page/types.ts';

export interface Judged {
  /** Acknowledged, erased by nobody, and not there. */
  readonly lost: readonly string[];
  /** There twice, there again after it was erased, written by a tab that was too old; or rows that do not agree. */
  readonly doubled: readonly string[];
}

interface Attempt {
  readonly id: string;
  readonly userId: string;
  readonly exerciseId: string;
  readonly activeMs: number;
}
type Doing<K extends Act['do']> = Done & { readonly act: Extract<Act, { do: K }> };

/** Compares what all tabs were told with the rows that are there in the end. */
export function judge(before: StoredRows, done: readonly Done[], after: StoredRows): Judged {
  const attempts = (after.exerciseAttempts ?? []) as unknown as readonly Attempt[];
  const here = new Set(attempts.map(({ id }) => id));
  const of = <K extends Act['do']>(what: K): Doing<K>[] => done.filter((one): one is Doing<K> => one.act.do === what);
  const erasures = [...of('erase course'), ...of('erase learner')];
  const answers = of('answer');

  const lost = answers.flatMap((one) => {
    if (one.acknowledged === null || here.has(one.acknowledged)) return [];
    const { userId, exerciseId } = one.act;
    const isErased = erasures.some((erasure) => erasure.end >= one.start && covers(erasure.act, userId, exerciseId));
    return isErased ? [] : [`the answer ${one.act.nonce} of tab ${one.tab}`];
  });
  const old = (before.exerciseAttempts ?? []) as unknown as readonly Attempt[];
  for (const { id, userId, exerciseId } of old) {
    if (!here.has(id) && !erasures.some(({ act }) => covers(act, userId, exerciseId))) lost.push(`the attempt ${id} from before`);
  }

  const doubled = faultsIn(after);
  const byNonce = new Map<number, string[]>();
  for (const { id, activeMs } of attempts) if (activeMs > 1_000_000) byNonce.set(activeMs, [...(byNonce.get(activeMs) ?? []), id]);
  for (const [nonce, ids] of byNonce) if (ids.length > 1) doubled.push(`the answer ${nonce} is there ${ids.length} times`);
  const cameBack = (userId: string, exerciseId: string, end: number): boolean =>
    erasures.some(({ act, start, acknowledged }) => acknowledged !== null && start > end && covers(act, userId, exerciseId));
  for (const { act, acknowledged, end } of answers) {
    if (acknowledged !== null && here.has(acknowledged) && cameBack(act.userId, act.exerciseId, end)) doubled.push(`the erased answer ${act.nonce}`);
  }
  for (const { id, userId, exerciseId } of old) if (here.has(id) && cameBack(userId, exerciseId, -Infinity)) doubled.push(`the erased attempt ${id}`);
  for (const { end } of of('upgrade')) {
    for (const late of done.filter((one) => one.act.do !== 'upgrade' && one.start > end && one.acknowledged !== null)) {
      doubled.push(`tab ${late.tab} wrote after the upgrade: ${late.act.do}`);
    }
  }
  return { lost, doubled };
}

const covers = (act: Extract<Act, { do: 'erase course' | 'erase learner' }>, userId: string, exerciseId: string): boolean =>
  act.userId === userId && (act.do === 'erase learner' || exerciseId.startsWith(`${act.courseId}:`));
