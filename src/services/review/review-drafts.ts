import type { Cursor, Draft, DraftAnswer } from '../../../db/models/draft.ts';
import { draftId, type EpochMs, type Id } from '../../../db/models/ids.ts';
import type { Json } from '../../../db/models/row.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { fail, type Result } from '../../core/result.ts';
import type { DraftStore } from '../draft-service.ts';
import type { Environment } from '../environment.ts';
import { attemptWrite } from '../failures.ts';
import { newDraft, type DraftFailure, type DraftSave } from '../save-draft.ts';
import { whereIs } from '../where-is.ts';

/*
 * What is typed in a review is kept like any draft (R17), but apart: a review begins with a clean answer, and the lesson's
 * stays as the learner left it. Few are open at any time, so all of a learner's lie in one setting.
 */
const KEY = 'review/drafts';

interface KeptDraft {
  readonly answer: DraftAnswer;
  readonly cursor: Cursor | null;
  readonly hintsShown: number;
  readonly solutionRevealed: boolean;
  readonly writerId: string;
  readonly updatedAt: EpochMs;
  /** When this asking of the exercise began to be answered. */
  readonly askedAt: EpochMs;
  /** Kept for one undo: the next time it is asked, it begins anew. */
  readonly isGraded: boolean;
}
/** By exercise. */
type Kept = Readonly<Record<Id, KeptDraft>>;

/** Where the drafts of reviews are kept. */
export function reviewDrafts(environment: Environment): DraftStore {
  const { strict, tabId } = environment;
  return {
    lockName: (userId, exerciseId) => `review-draft:${draftId(userId, exerciseId)}`,
    read: (userId, exerciseId) => readReviewDraft(strict, userId, exerciseId),
    claim: (userId, exerciseId) =>
      strict.transact(['settings'], async () => {
        const kept = await read(strict, userId);
        const draft = open(kept, exerciseId);
        if (draft === null) return null;
        await write(strict, userId, { ...kept, [exerciseId]: { ...draft, writerId: tabId } });
        return toDraft(userId, exerciseId, { ...draft, writerId: tabId });
      }),
    save: (change) => save(environment, change),
  };
}

export async function readReviewDraft(strict: Repositories, userId: Id, exerciseId: Id): Promise<Draft | null> {
  const draft = open(await read(strict, userId), exerciseId);
  return draft === null ? null : toDraft(userId, exerciseId, draft);
}

/** By exercise: since when answers to it belong to the asking that goes on. */
export async function askedSince(strict: Repositories, userId: Id): Promise<ReadonlyMap<Id, EpochMs>> {
  const kept = Object.entries(await read(strict, userId)).filter(([, { isGraded }]) => !isGraded);
  return new Map(kept.map(([exerciseId, { askedAt }]) => [exerciseId, askedAt]));
}

/** To be called in the transaction that records the grade: this draft is done with, and others that were go. */
export async function closeReviewDraft(strict: Repositories, userId: Id, exerciseId: Id): Promise<void> {
  const kept = Object.entries(await read(strict, userId)).filter(([id, { isGraded }]) => id === exerciseId || !isGraded);
  await write(strict, userId, Object.fromEntries(kept.map(([id, draft]) => [id, id === exerciseId ? { ...draft, isGraded: true } : draft])));
}

/** To be called in the transaction that takes the grade back. */
export async function reopenReviewDraft(strict: Repositories, userId: Id, exerciseId: Id): Promise<void> {
  const kept = await read(strict, userId);
  const draft = kept[exerciseId];
  if (draft !== undefined) await write(strict, userId, { ...kept, [exerciseId]: { ...draft, isGraded: false } });
}

async function save({ strict, tabId, now }: Environment, { userId, exerciseId, patch, isClaimed }: DraftSave): Promise<Result<Draft, DraftFailure>> {
  const result = await attemptWrite(() =>
    strict.transact(['settings', 'exercises', 'lessons'], async () => {
      const kept = await read(strict, userId);
      const stored = open(kept, exerciseId);
      if (stored !== null && isClaimed && stored.writerId !== tabId) return null;
      const before = stored ?? { ...newDraft(userId, (await whereIs(strict, exerciseId)).exercise), askedAt: now() };
      const { answer, cursor, hintsShown, solutionRevealed, askedAt } = { ...before, ...patch };
      const after = { answer, cursor, hintsShown, solutionRevealed, askedAt, writerId: tabId, updatedAt: now(), isGraded: false };
      await write(strict, userId, { ...kept, [exerciseId]: after });
      return toDraft(userId, exerciseId, after);
    }),
  );
  if (!result.ok) return result;
  return result.value === null ? fail({ type: 'DraftTakenOver' }) : { ok: true, value: result.value };
}

const open = (kept: Kept, exerciseId: Id): KeptDraft | null => {
  const draft = kept[exerciseId];
  return draft === undefined || draft.isGraded ? null : draft;
};

const toDraft = (userId: Id, exerciseId: Id, { answer, cursor, hintsShown, solutionRevealed, writerId, updatedAt }: KeptDraft): Draft => ({
  id: draftId(userId, exerciseId),
  ...{ userId, exerciseId, answer, cursor, hintsShown, solutionRevealed, writerId, updatedAt },
});

/** Whatever else a restored copy may have put there is left out. */
async function read({ settings }: Repositories, userId: Id): Promise<Kept> {
  const value: unknown = (await settings.get(userId, KEY))?.value;
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [Id, KeptDraft] => isKept(entry[1])));
}

const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'answer' in value && 'askedAt' in value && 'isGraded' in value && 'writerId' in value;

const write = async ({ settings }: Repositories, userId: Id, kept: Kept): Promise<void> => {
  await settings.set(userId, KEY, kept as unknown as Json);
};
