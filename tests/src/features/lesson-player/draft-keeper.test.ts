import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../../db/models/draft.ts';
import { createDraftKeeper, WRITE_AFTER_MS } from '../../../../src/features/lesson-player/draft-keeper.ts';
import type { DraftFailure, DraftPatch, DraftService } from '../../../../src/services/draft-service.ts';
import { text } from './exercises.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const said = (words: string): DraftPatch => ({ answer: { type: 'FREE_FORM', text: words } });

/** A draft service in memory: what reached it, and what it shall answer. */
function setUp(kept: string | null = null) {
  const row = (words: string): Draft => ({
    ...{ id: 'u/text', userId: 'u', exerciseId: 'text', cursor: null, hintsShown: 0, solutionRevealed: false },
    ...{ writerId: 'tab', updatedAt: 1, answer: { type: 'FREE_FORM', text: words } },
  });
  const seen = { saves: [] as DraftPatch[], unsaved: [] as boolean[], isClosed: false };
  const control = { failure: null as DraftFailure | null, delay: 0, lose: () => undefined as unknown, state: 'mine' as 'mine' | 'elsewhere' };
  let draft = kept === null ? null : row(kept);
  const service: DraftService = {
    open: (_user, _exercise, onLost) => {
      control.lose = onLost;
      return Promise.resolve({
        get state() {
          return control.state;
        },
        get draft() {
          return draft;
        },
        save: async (patch) => {
          seen.saves.push(patch);
          if (control.delay > 0) await new Promise((resolve) => setTimeout(resolve, control.delay));
          if (control.failure !== null) return { ok: false, error: control.failure };
          draft = { ...(draft ?? row('')), ...patch };
          return { ok: true, value: draft };
        },
        takeOver: () => {
          control.state = 'mine';
          return Promise.resolve();
        },
        close: () => void (seen.isClosed = true),
      });
    },
    watch: () => Promise.resolve(draft),
  };
  const keeper = createDraftKeeper(service, 'u', text, () => {
    seen.unsaved.push(true);
    return () => void seen.unsaved.push(false);
  });
  return { keeper, seen, control, row };
}

describe('a draft', () => {
  it('is written within half a second though typing goes on, and said to be saved only then', async () => {
    const { keeper, seen } = setUp();
    keeper.start();
    await vi.advanceTimersByTimeAsync(0);
    for (let typed = 0; typed < 8; typed += 1) {
      keeper.change(said('x'.repeat(typed + 1)));
      expect(keeper.getState().saving.type).toBe('saving');
      await vi.advanceTimersByTimeAsync(WRITE_AFTER_MS / 4);
    }
    expect(seen.saves.length).toBeGreaterThanOrEqual(2);
    await vi.advanceTimersByTimeAsync(WRITE_AFTER_MS);
    expect(seen.saves.at(-1)).toEqual(said('x'.repeat(8)));
    expect(keeper.getState().saving.type).toBe('saved');
    expect(seen.unsaved.at(-1)).toBe(false);
  });

  it('keeps what was typed while an earlier write was under way', async () => {
    const { keeper, seen, control } = setUp();
    control.delay = 1_000;
    keeper.start();
    await vi.advanceTimersByTimeAsync(0);
    keeper.change(said('a'));
    await vi.advanceTimersByTimeAsync(WRITE_AFTER_MS);
    keeper.change(said('ab'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.getState().saving.type).toBe('saving');
    await vi.advanceTimersByTimeAsync(1_000 + 2 * WRITE_AFTER_MS);
    expect(seen.saves.map((patch) => patch.answer)).toEqual([said('a').answer, said('ab').answer]);
    expect(keeper.getState().saving.type).toBe('saved');
  });

  it('is flushed at once, and once', async () => {
    const { keeper, seen } = setUp();
    keeper.start();
    await vi.advanceTimersByTimeAsync(0);
    keeper.change(said('a'));
    expect(await keeper.flush()).toBe(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen.saves).toHaveLength(1);
  });

  it('says that the disk is full, keeps the words, and is saved once there is room', async () => {
    const { keeper, seen, control } = setUp();
    keeper.start();
    await vi.advanceTimersByTimeAsync(0);
    control.failure = { type: 'QuotaExceeded' };
    keeper.change({ ...said('a'), hintsShown: 1 });
    expect(await keeper.flush()).toBe(false);
    expect(keeper.getState().saving).toEqual({ type: 'failed', failure: { type: 'QuotaExceeded' } });
    expect(seen.unsaved.at(-1)).toBe(true);
    keeper.change(said('ab'));
    control.failure = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen.saves.at(-1)).toEqual({ ...said('ab'), hintsShown: 1 });
    expect(keeper.getState().saving.type).toBe('saved');
  });

  it('R17: is read-only while another tab writes, follows it, and is taken over only when asked', async () => {
    const { keeper, seen, control, row } = setUp('theirs');
    control.state = 'elsewhere';
    keeper.start();
    await vi.advanceTimersByTimeAsync(0);
    keeper.change(said('mine'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen.saves).toEqual([]);
    keeper.follow(row('theirs, longer'));
    expect(keeper.getState().answer).toEqual(said('theirs, longer').answer);
    await keeper.takeOver();
    expect(keeper.getState().access).toBe('mine');
    keeper.change(said('mine'));
    await keeper.flush();
    expect(seen.saves).toEqual([said('mine')]);
  });

  it('R17: stops writing when another tab takes it over', async () => {
    const { keeper, seen, control } = setUp();
    keeper.start();
    await vi.advanceTimersByTimeAsync(0);
    keeper.change(said('a'));
    control.lose();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen.saves).toEqual([]);
    expect(keeper.getState().access).toBe('elsewhere');
    expect(seen.unsaved.at(-1)).toBe(false);
  });

  it('writes what is left before it closes', async () => {
    const { keeper, seen } = setUp();
    const stop = keeper.start();
    await vi.advanceTimersByTimeAsync(0);
    keeper.change(said('a'));
    stop();
    await vi.advanceTimersByTimeAsync(10);
    expect(seen.saves).toEqual([said('a')]);
    expect(seen.isClosed).toBe(true);
  });
});
