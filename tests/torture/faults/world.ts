import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { uuidV7 } from '../../../src/core/uuid-v7.ts';
import { openDatabase, type HornbookDatabase } from '../../../db/database.ts';
import { createRepositories, type Repositories } from '../../../db/repositories.ts';
import { DERIVED_TABLES, PACK_TABLES, TABLE_NAMES } from '../../../db/tables.ts';
import { asBundled } from '../../../src/packs/bundle-mark.ts';
import { createJournalKeeper } from '../../../src/services/journal/keeper.ts';
import { localToday } from '../../../src/services/local-today.ts';
import { createServices, type Services } from '../../../src/services/services.ts';
import { createFakeLocks } from '../../src/services/fake-locks.ts';
import { fakePlatform } from '../../src/services/fake-platform.ts';
import { createMemoryJournal } from '../../src/services/journal/memory-journal.ts';
import { createFakeRunner } from '../../src/services/fake-runner.ts';
import { bundle, card, code, CODE_FILES, course, graded, lesson, message, note, rubric, teaPack } from './rows.ts';
import type { Stored } from './soundness.ts';

/** All that a device holds. */
export interface Kept {
  readonly rows: Stored;
  readonly journal: readonly string[];
}

/** A device whose every row can be read and put back, to be used again after each fault. */
export interface Stage {
  readonly strict: Repositories;
  readonly services: Services;
  /** How many transactions were told to the journal so far. */
  readonly told: () => number;
  readonly rows: () => Promise<Kept>;
  readonly putBack: (kept: Kept) => Promise<void>;
  readonly close: () => void;
}
/** Learners, a course half done, and one of each thing that a method may want to act on. */
export interface World extends Stage {
  readonly adaId: string;
  readonly bobId: string;
  readonly removedId: string;
  /** Of a rubric answer that waits for its judgement. */
  readonly waitingId: string;
  readonly attemptId: string;
  readonly messageId: string;
  readonly noteId: string;
  /** A whole device, as a file. */
  readonly backup: string;
}

export async function openStage(): Promise<Stage> {
  const device = { name: 'faults', indexedDB: new IDBFactory(), IDBKeyRange };
  const db = openDatabase(device);
  const fast = openDatabase({ ...device, durability: 'relaxed' });
  await db.open();
  await fast.open();
  let clock = Date.UTC(2026, 10, 22, 9);
  const now = (): number => (clock += 1);
  let told = 0;
  const journal = createMemoryJournal();
  const fake = fakePlatform(createFakeLocks().forTab());
  const platform = { ...fake, journal, storage: { ...fake.storage, estimate: () => Promise.resolve(null) } };
  const plain = createRepositories(db, { now });
  const keeper = createJournalKeeper({ ...platform, now, schema: plain.schemaVersion });
  const onCommitted: typeof keeper.onCommitted = (changes) => {
    told += 1;
    return keeper.onCommitted(changes);
  };
  const strict = createRepositories(db, { now, onCommitted });
  const services = createServices({
    ...{ strict, unjournaled: plain, relaxed: createRepositories(fast, { now }), platform, now },
    ...{ runner: createFakeRunner(), newId: () => uuidV7(), today: localToday, tabId: 'this tab' },
    bundledCourses: () => [asBundled(bundle('js', { x: ['x1', 'x2'] }))],
  });
  return {
    ...{ strict, services },
    told: () => told,
    rows: async () => ({ rows: await readAll(db), journal: [...journal.lines] }),
    putBack: (kept) => {
      journal.lines = [...kept.journal];
      return writeAll(db, kept.rows);
    },
    close: () => [db, fast].forEach((one) => one.close()),
  };
}

export async function openWorld(): Promise<World> {
  const stage = await openStage();
  const { strict, services } = stage;
  await services.courses.install(bundle('py', { a: ['a1', 'a2'], b: ['b1'], c: ['c1', 'spare'] }));
  await strict.exercises.create(rubric('c', 'why', 9));
  await strict.exercises.create(code('c', 'code', 10));
  await strict.courses.create(course('old'));
  await strict.courses.delete('old');
  await strict.lessons.create(lesson('py', 'gone', 9));
  await strict.lessons.delete('gone');
  const signUp = async (displayName: string): Promise<string> => {
    const made = await services.profiles.create({ displayName });
    if (!made.ok) throw new Error(made.error.type);
    return made.value.id;
  };
  const [removedId, bobId, adaId] = [await signUp('Zed'), await signUp('Bob'), await signUp('Ada')];
  await strict.users.update(adaId, { email: 'ada@example.org' });
  await services.profiles.remove(removedId);
  const answer = async (userId: string, exerciseId: string, value: boolean): Promise<string> => {
    const about = { hintsUsed: 0, solutionRevealed: false, activeMs: 1_000, mode: 'LESSON' } as const;
    const given = exerciseId === 'why' ? ({ type: 'FREE_FORM', text: 'So.' } as const) : ({ type: 'TRUE_FALSE', value } as const);
    const made = await services.attempts.submit({ userId, exerciseId, answer: given, ...about });
    if (!made.ok) throw new Error(made.error.type);
    return made.value.attempt.id;
  };
  for (const userId of [adaId, bobId]) for (const id of ['a1', 'a2', 'b1']) await answer(userId, id, id !== 'a2');
  const attemptId = await answer(adaId, 'a2', true);
  const waitingId = await answer(adaId, 'why', true);
  await services.attempts.submit({
    ...{ userId: adaId, exerciseId: 'code', answer: { type: 'CODE_COMPLETION', files: CODE_FILES } },
    ...{ hintsUsed: 0, solutionRevealed: false, activeMs: 1_000, mode: 'LESSON' },
  });
  await strict.exercises.update('code', { rev: 2 });
  await services.attempts.skip({ userId: adaId, exerciseId: 'c1' });
  await services.progress.advanceToNextLesson(adaId, 'py', 'b');
  await services.settings.set(adaId, { theme: 'dark' });
  const { id: messageId } = await strict.chat.create(message(adaId, 'a', 'a1'));
  const { id: noteId } = await (await strict.notes()).create(note(adaId, 'py', 'a'));
  await (await strict.bookmarks()).set({ userId: adaId, courseId: 'py', lessonId: 'a', exerciseId: null });
  const reviews = await strict.reviews();
  await reviews.record(graded(await reviews.save(card(adaId, 'py', 'a', 'a2'))));
  const { text: backup } = await services.backups.exportAll();
  for (const version of ['1.0.0', '2.0.0']) {
    const installed = await installTea(services, version);
    if (!installed.ok) throw new Error(installed.error.type);
  }
  await (await services.copies.open()).makeNow();
  return { ...stage, adaId, bobId, removedId, waitingId, attemptId, messageId, noteId, backup };
}

const TABLES = [...TABLE_NAMES, ...PACK_TABLES, ...DERIVED_TABLES];

/** Opens a course's file and takes it. */
export async function installTea(services: Services, version: string) {
  const offer = await (await services.packs()).open(await teaPack(version));
  return offer.ok ? offer.value.install(() => undefined, new AbortController().signal) : offer;
}

async function readAll(db: HornbookDatabase): Promise<Stored> {
  const transaction = db.backendDB().transaction(TABLES);
  const lists = await Promise.all(TABLES.map((table) => done(transaction.objectStore(table).getAll() as IDBRequest<{ id: string }[]>)));
  await over(transaction);
  return Object.fromEntries(TABLES.map((table, i) => [table, lists[i] ?? []]));
}

async function writeAll(db: HornbookDatabase, rows: Stored): Promise<void> {
  const transaction = db.backendDB().transaction(TABLES, 'readwrite');
  for (const table of TABLES) {
    const store = transaction.objectStore(table);
    store.clear();
    for (const row of rows[table] ?? []) store.put(row);
  }
  await over(transaction);
}

const over = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('not written'));
  });

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not done'));
  });
