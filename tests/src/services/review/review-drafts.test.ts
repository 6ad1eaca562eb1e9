import { describe, expect, it } from 'vitest';
import { answerTrueFalse, unwrap } from '../learner.ts';
import { withDue } from './reviewer.ts';

const said = (value: boolean) => ({ type: 'TRUE_FALSE', value }) as const;

async function opened() {
  const learner = await withDue();
  const { reviews, userId } = learner;
  await reviews.due(userId);
  return { ...learner, handle: await reviews.drafts.open(userId, 'a2', () => undefined) };
}
const asking = { exerciseId: 'a2', grade: 3, attemptId: null } as const;

describe('a draft of a review', () => {
  it('begins clean, whatever the lesson’s says, and leaves that as it is', async () => {
    const { handle, services, userId } = await opened();
    expect(handle.draft).toBeNull();
    const before = await services.drafts.watch(userId, 'a2');
    unwrap(await handle.save({ answer: said(false), hintsShown: 1 }));
    expect(handle.draft).toMatchObject({ answer: said(false), hintsShown: 1, solutionRevealed: false });
    expect(before).toMatchObject({ answer: said(true) });
    expect(await services.drafts.watch(userId, 'a2')).toEqual(before);
  });

  it('an answer given in a review leaves the lesson’s draft as it is', async () => {
    const learner = await opened();
    const before = await learner.services.drafts.watch(learner.userId, 'a2');
    await answerTrueFalse(learner, learner.userId, 'a2', false, { mode: 'REVIEW', hintsUsed: 2, solutionRevealed: true });
    expect(await learner.services.drafts.watch(learner.userId, 'a2')).toEqual(before);
  });

  it('is there again after a reload, and belongs to the same asking', async () => {
    const learner = await opened();
    unwrap(await learner.handle.save({ answer: said(false) }));
    const askedAt = learner.clock.read();
    learner.handle.close();
    learner.clock.now += 60_000;
    const later = await (await learner.openTab('tab 2')).services.reviews();
    const [item] = (await later.session(learner.userId)).items;
    expect(item).toMatchObject({ exercise: { id: 'a2' } });
    expect(item?.askedAt).toBeLessThanOrEqual(askedAt);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const again = await later.drafts.open(learner.userId, 'a2', () => undefined);
    expect([again.state, again.draft?.answer]).toEqual(['mine', said(false)]);
  });

  it('is done with once graded, and there again once that is undone', async () => {
    const { handle, reviews, userId } = await opened();
    unwrap(await handle.save({ answer: said(false) }));
    const graded = unwrap(await reviews.grade({ cardId: `${userId}/a2`, ...asking }));
    expect(await reviews.drafts.watch(userId, 'a2')).toBeNull();
    unwrap(await reviews.undo(graded));
    expect(await reviews.drafts.watch(userId, 'a2')).toMatchObject({ answer: said(false) });
  });

  it('goes for good with the next grade', async () => {
    const { handle, reviews, repositories, userId } = await opened();
    unwrap(await handle.save({ answer: said(false) }));
    unwrap(await reviews.grade({ cardId: `${userId}/a2`, ...asking }));
    unwrap(await reviews.grade({ cardId: `${userId}/a#o1`, ...asking, exerciseId: 'a1~' }));
    expect((await repositories.settings.get(userId, 'review/drafts'))?.value).toEqual({});
  });

  it('is written by one tab at a time', async () => {
    const { handle, openTab, userId } = await opened();
    unwrap(await handle.save({ answer: said(false) }));
    const other = await (await openTab('tab 2')).services.reviews();
    const theirs = await other.drafts.open(userId, 'a2', () => undefined);
    expect([theirs.state, theirs.draft?.answer]).toEqual(['elsewhere', said(false)]);
    await theirs.takeOver();
    unwrap(await theirs.save({ answer: said(true) }));
    expect(await handle.save({ answer: said(false) })).toEqual({ ok: false, error: { type: 'DraftTakenOver' } });
  });
});
