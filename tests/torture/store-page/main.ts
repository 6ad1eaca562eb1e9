import { uuidV7 } from '../../../src/core/uuid-v7.ts';
import { bringUp, type BroughtUp } from '../../../src/boot/bring-up.ts';
import { bucketsOf } from '../../../src/boot/buckets.ts';
import { openStores } from '../../../src/boot/open-stores.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { asBundled } from '../../../src/packs/bundle-mark.ts';
import { createPlatform } from '../../../src/platform/create-platform.ts';
import journalWorker from '../../../src/platform/journal/journal-worker.ts?worker&url';
import { createAppPolicy } from '../../../src/platform/trusted-types.ts';
import { refusingRunner } from '../../../src/cli/refusing-runner.ts';
import { readEntry } from '../../../src/services/journal/read-entry.ts';
import { localToday } from '../../../src/services/local-today.ts';
import { recomputeSnapshot } from '../../../src/services/recompute-snapshot.ts';
import { COURSE, exerciseId, textExerciseId } from './course.ts';
import type { Acknowledged, Inspected, StorePage } from './types.ts';

/** The app without its screens: the very stores, journal and services, brought up as `main.tsx` does. */
const startedAt = performance.now();
const tabId = uuidV7();
const policy = createAppPolicy(globalThis, () => false, [journalWorker]);
const platform = await createPlatform(policy, { isBuilt: false, journalWorker, tabId });
const noop = (): void => undefined;
const openBucket = bucketsOf(navigator);

let app: BroughtUp | null = null;
const services = () => {
  if (app?.state !== 'up') throw new Error('The app is not up');
  return app.services;
};

window.store = {
  async up() {
    const found = { isBroken: false };
    app = await bringUp({
      runner: refusingRunner,
      platform,
      now: Date.now,
      newId: () => uuidV7(), today: localToday,
      tabId,
      bundledCourses: () => [asBundled(COURSE)],
      onStale: noop,
      onBlocked: noop,
      openBucket,
      onBroken: () => (found.isBroken = true),
      onLeaving: noop,
      onTrouble: noop,
    });
    const ms = performance.now() - startedAt;
    if (app.state === 'newer') return { state: 'newer', isAnew: false, isAsExpected: true, hasRecovered: false, ms };
    await app.finish();
    // The app loads its page anew, which comes to the same.
    if (found.isBroken) return window.store.up();
    const hasRecovered = app.services.recovery.news.get() !== null;
    return { state: 'up', isAnew: app.isAnew, isAsExpected: app.isAsExpected, hasRecovered, ms };
  },

  async work({ seed, acts }) {
    const { profiles, attempts, drafts } = services();
    const random = randomFrom(seed);
    const known = await profiles.list();
    const made = known[0] === undefined ? await profiles.create({ displayName: `Learner ${seed}` }) : null;
    const user = known[0] ?? (made?.ok === true ? made.value : null);
    if (user === null) throw new Error(`No profile: ${JSON.stringify(made)}`);
    await tell({ kind: 'user', id: user.id });
    for (let n = 0; n < acts; n++) {
      const id = exerciseId(Math.floor(random() * 100));
      const value = random() < 0.7;
      if (random() < 0.2) {
        const draft = await drafts.open(user.id, id, noop);
        await draft.save({ answer: { type: 'TRUE_FALSE', value } });
        draft.close();
      }
      const answer = { type: 'TRUE_FALSE', value } as const;
      const submitted = await attempts.submit({
        ...{ userId: user.id, exerciseId: id, answer },
        ...{ hintsUsed: 0, solutionRevealed: false, activeMs: 1_000, mode: 'LESSON' },
      });
      if (!submitted.ok) throw new Error(submitted.error.type);
      await tell({ kind: 'attempt', id: submitted.value.attempt.id });
    }
  },

  async answer({ seed, acts, textLength }) {
    const { profiles, attempts, drafts } = services();
    const random = randomFrom(seed);
    const [user] = await profiles.list();
    if (user === undefined) throw new Error('No profile');
    const count = { saved: 0, kept: 0, refused: 0 };
    const untyped: string[] = [];
    const judge = (failure: { readonly type: string; readonly isKept?: true }): void => {
      if (failure.type !== 'QuotaExceeded') untyped.push(failure.type);
      else if (failure.isKept === true) count.kept += 1;
      else count.refused += 1;
    };
    for (let n = 0; n < acts; n++) {
      const id = textExerciseId(Math.floor(random() * 10));
      const answer = { type: 'FREE_FORM', text: randomText(random, Math.floor(random() * textLength)) } as const;
      try {
        const draft = await drafts.open(user.id, id, noop);
        const typed = await draft.save({ answer });
        draft.close();
        if (!typed.ok) judge(typed.error);
        const before = await keptAttempts();
        const submitted = await attempts.submit({
          ...{ userId: user.id, exerciseId: id, answer },
          ...{ hintsUsed: 0, solutionRevealed: false, activeMs: 1_000, mode: 'LESSON' },
        });
        if (submitted.ok) {
          count.saved += 1;
          await tell({ kind: 'attempt', id: submitted.value.attempt.id });
        } else {
          judge(submitted.error);
          if ('isKept' in submitted.error) for (const kept of (await keptAttempts()).slice(before.length)) await tell({ kind: 'attempt', id: kept, isKept: true });
        }
      } catch (error) {
        untyped.push(String(error));
      }
    }
    return { ...count, untyped };
  },
  async export() {
    const { text } = await services().backups.exportAll();
    const { tables } = JSON.parse(text) as { tables: { exerciseAttempts?: { id: string }[] } };
    return (tables.exerciseAttempts ?? []).map(({ id }) => id);
  },
  async attempts() {
    const all: string[] = [];
    for (const { id } of await services().profiles.list()) {
      for (let n = 0; n < 10; n++) all.push(...(await services().attempts.history(id, textExerciseId(n))).map((attempt) => attempt.id));
    }
    return all;
  },

  async inspect(written): Promise<Inspected> {
    const stores = await openStores({ notes: platform.notes, onStale: noop, onBlocked: noop, openBucket });
    if (stores.state === 'newer') throw new Error('The data are newer');
    const strict = createRepositories(stores.strict);
    const missing: string[] = [];
    for (const { kind, id } of written) {
      const table = { user: strict.users, attempt: strict.attempts, fact: strict.facts }[kind];
      if ((await table.getById(id)) === null) missing.push(id);
    }
    let torn = 0;
    for (const { id } of await strict.users.getAll({ includeDeleted: true })) {
      for (const before of await strict.progress.getAllUserProgress(id)) {
        const after = await strict.transact('all', () => recomputeSnapshot(strict, id, before.courseId));
        if (after.updatedAt !== before.updatedAt) torn += 1;
      }
    }
    const { exerciseAttempts } = await strict.count();
    stores.strict.close();
    stores.relaxed.close();
    return { missing, torn, attempts: exerciseAttempts };
  },

  async writeRelaxed(rows) {
    const db = await openControl();
    for (let n = 0; n < rows; n++) {
      const transaction = db.transaction('rows', 'readwrite', { durability: 'relaxed' });
      transaction.objectStore('rows').put(n, n);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      });
    }
  },
  async countRelaxed() {
    const db = await openControl();
    const request = db.transaction('rows').objectStore('rows').count();
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not counted'));
    });
  },
} satisfies StorePage;

/** Letters that no store can make smaller by much. */
function randomText(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += Math.floor(random() * 2 ** 52).toString(36);
  return text.slice(0, length);
}

/** Attempts in the journal, in their order. */
async function keptAttempts(): Promise<string[]> {
  const { lines } = await platform.journal.read();
  return lines.flatMap((line) => (readEntry(line)?.put.exerciseAttempts ?? []).map(({ id }) => id));
}

/** A database without any of the app's care, to show that the power really goes. */
function openControl(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('control', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

const tell = (written: Acknowledged): Promise<void> => window.acknowledged(written);

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
