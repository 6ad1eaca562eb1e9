import type { Services } from '../../../src/services/services.ts';
import { bundle } from '../faults/rows.ts';
import type { Act, Done } from './page/types.ts';

const noop = (): void => undefined;

/** Two editions of one course: each has a lesson that the other has not. */
const EDITIONS = [
  bundle('tabs', { 'tabs:a': ['tabs:a1', 'tabs:a2'], 'tabs:b': ['tabs:b1'] }, '1.0.0'),
  bundle('tabs', { 'tabs:a': ['tabs:a1', 'tabs:a3'], 'tabs:c': ['tabs:c1'] }, '2.0.0'),
];

export interface Performer {
  readonly services: () => Services;
  /** A newer app opens the database. */
  readonly upgradeBeyond: () => Promise<void>;
}

/** Never rejects: what was thrown is a refusal. */
export async function perform(tab: number, act: Act, { services, upgradeBeyond }: Performer): Promise<Done> {
  const clock = (): number => performance.timeOrigin + performance.now();
  const start = clock();
  try {
    const acknowledged = act.do === 'upgrade' ? await upgradeBeyond().then(() => 'upgraded') : await within(services(), act);
    return { act, tab, start, end: clock(), acknowledged, refusal: acknowledged === null ? 'refused' : null };
  } catch (error) {
    const refusal = (error as { readonly type?: string }).type ?? String(error);
    return { act, tab, start, end: clock(), acknowledged: null, refusal };
  }
}

/** What the tab was told when it is done; null where it was refused. */
async function within({ attempts, courses, drafts, profiles }: Services, act: Exclude<Act, { do: 'upgrade' }>): Promise<string | null> {
  switch (act.do) {
    case 'answer': {
      const { userId, exerciseId, value, nonce } = act;
      const about = { hintsUsed: 0, solutionRevealed: false, activeMs: nonce, mode: 'LESSON' } as const;
      const made = await attempts.submit({ userId, exerciseId, answer: { type: 'TRUE_FALSE', value }, ...about });
      return made.ok ? made.value.attempt.id : null;
    }
    case 'type': {
      const handle = await drafts.open(act.userId, act.exerciseId, noop);
      const saved = await handle.save({ answer: { type: 'TRUE_FALSE', value: true } });
      handle.close();
      return saved.ok ? 'typed' : null;
    }
    case 'skip':
      return (await attempts.skip({ userId: act.userId, exerciseId: act.exerciseId })).id;
    case 'import': {
      const edition = EDITIONS[act.edition];
      if (edition !== undefined) await courses.install(edition);
      return 'imported';
    }
    case 'erase course':
      await profiles.eraseCourse(act.userId, act.courseId);
      return 'erased';
    case 'erase learner':
      await profiles.erase(act.userId);
      return 'erased';
  }
}
