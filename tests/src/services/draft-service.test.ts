import { describe, expect, it, vi } from 'vitest';
import { QuotaExceeded } from '../../../db/errors.ts';
import { draftId } from '../../../db/models/ids.ts';
import { makeCodeCompletion } from '../../factories/exercise.ts';
import { enrolled, unwrap } from './learner.ts';

const wrote = (text: string) => ({ type: 'CODE_COMPLETION', files: { 'main.py': text } }) as const;

async function opened() {
  const device = await enrolled();
  await device.repositories.exercises.create(makeCodeCompletion({ id: 'code', lessonId: 'a', order: 9 }));
  const onLost = vi.fn();
  return { ...device, onLost, handle: await device.services.drafts.open(device.userId, 'code', onLost) };
}
/** Long enough for a lock to be free again. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a draft', () => {
  it('is empty at first, and keeps what is typed, the cursor and the hints, each for itself', async () => {
    const { handle, services, userId } = await opened();
    expect([handle.state, handle.draft]).toEqual(['mine', null]);
    await handle.save({ hintsShown: 1 });
    expect(handle.draft).toMatchObject({ hintsShown: 1, cursor: null, answer: { files: { 'main.py': 'def double(n):\n    return ___\n' } } });
    await handle.save({ answer: wrote('half'), cursor: { file: 'main.py', anchor: 4, head: 4 } });
    await handle.save({ solutionRevealed: true });
    const expected = { answer: wrote('half'), cursor: { head: 4 }, hintsShown: 1, solutionRevealed: true };
    expect(await services.drafts.watch(userId, 'code')).toMatchObject(expected);
  });

  it('loses nothing when saves overlap', async () => {
    const { handle } = await opened();
    await Promise.all([handle.save({ answer: wrote('all of it') }), handle.save({ hintsShown: 2 })]);
    await handle.save({});
    expect(handle.draft).toMatchObject({ answer: wrote('all of it'), hintsShown: 2 });
  });

  it('is there again after the tab died, and the next tab may write it', async () => {
    const { handle, openTab, userId } = await opened();
    await handle.save({ answer: wrote('half') });
    handle.close();
    await aMoment();
    const next = await openTab('tab 2');
    const again = await next.services.drafts.open(userId, 'code', () => undefined);
    expect([again.state, again.draft?.answer, again.draft?.writerId]).toEqual(['mine', wrote('half'), 'tab 2']);
    unwrap(await again.save({ answer: wrote('more') }));
  });

  it('closed and opened again at once by the same tab is still its own', async () => {
    const { handle, services, userId } = await opened();
    handle.close();
    const again = await services.drafts.open(userId, 'code', () => undefined);
    expect(again.state).toBe('mine');
  });

  it('opened twice in one tab is shared, and held until both have closed it', async () => {
    const { handle, services, locks, userId } = await opened();
    const twin = await services.drafts.open(userId, 'code', () => undefined);
    expect(twin.state).toBe('mine');
    handle.close();
    await aMoment();
    expect(locks.isHeld(`draft:${draftId(userId, 'code')}`)).toBe(true);
    twin.close();
    await aMoment();
    expect(locks.isHeld(`draft:${draftId(userId, 'code')}`)).toBe(false);
  });
});

describe('R17: one exercise open in two tabs', () => {
  it('is read-only in the second, which sees what the first writes and overwrites nothing', async () => {
    const { handle, openTab, userId } = await opened();
    await handle.save({ answer: wrote('first') });
    const other = await openTab('tab 2');
    const theirs = await other.services.drafts.open(userId, 'code', () => undefined);
    expect([theirs.state, theirs.draft?.answer]).toEqual(['elsewhere', wrote('first')]);
    expect(await theirs.save({ answer: wrote('second') })).toEqual({ ok: false, error: { type: 'DraftTakenOver' } });
    await handle.save({ answer: wrote('first again') });
    expect(await other.services.drafts.watch(userId, 'code')).toMatchObject({ answer: wrote('first again') });
  });

  it('changes hands when the second takes over: the first is told, and may write no more', async () => {
    const { handle, onLost, openTab, userId } = await opened();
    await handle.save({ answer: wrote('first') });
    const other = await openTab('tab 2');
    const theirs = await other.services.drafts.open(userId, 'code', () => undefined);
    await theirs.takeOver();
    expect([theirs.state, theirs.draft?.answer]).toEqual(['mine', wrote('first')]);
    expect(onLost).toHaveBeenCalledOnce();
    expect(handle.state).toBe('elsewhere');
    expect(await handle.save({ answer: wrote('late') })).toEqual({ ok: false, error: { type: 'DraftTakenOver' } });
    unwrap(await theirs.save({ answer: wrote('second') }));
    expect(await other.services.drafts.watch(userId, 'code')).toMatchObject({ answer: wrote('second'), writerId: 'tab 2' });
  });

  it('changes hands back again', async () => {
    const { handle, openTab, userId } = await opened();
    const other = await openTab('tab 2');
    const theirs = await other.services.drafts.open(userId, 'code', () => undefined);
    await theirs.takeOver();
    unwrap(await theirs.save({ answer: wrote('second') }));
    await handle.takeOver();
    expect([handle.state, theirs.state, handle.draft?.answer]).toEqual(['mine', 'elsewhere', wrote('second')]);
  });

  it('is its tab’s own though a full disk refused to note it: the first save that fits does', async () => {
    const { handle, openTab, userId } = await opened();
    await handle.save({ answer: wrote('half') });
    handle.close();
    await aMoment();
    const next = await openTab('tab 2');
    vi.spyOn(next.repositories.drafts, 'claim').mockRejectedValueOnce(new QuotaExceeded());
    const again = await next.services.drafts.open(userId, 'code', () => undefined);
    expect([again.state, again.draft?.writerId]).toEqual(['mine', 'tab 1']);
    unwrap(await again.save({ answer: wrote('more') }));
    expect(again.draft).toMatchObject({ writerId: 'tab 2', answer: wrote('more') });
    unwrap(await again.save({ hintsShown: 1 }));
  });

  it('holds without locks too: the row knows its writer', async () => {
    const { handle, onLost, repositories, userId } = await opened();
    await handle.save({ answer: wrote('first') });
    await repositories.drafts.claim(userId, 'code', 'tab 2');
    expect(await handle.save({ answer: wrote('late') })).toEqual({ ok: false, error: { type: 'DraftTakenOver' } });
    expect([handle.state, onLost.mock.calls.length]).toEqual(['elsewhere', 1]);
    expect(await repositories.drafts.get(userId, 'code')).toMatchObject({ answer: wrote('first') });
  });
});
