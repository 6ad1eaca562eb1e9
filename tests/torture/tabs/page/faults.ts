import { uuidV7 } from '../../../../src/core/uuid-v7.ts';
import { openDatabase } from '../../../../db/database.ts';
import { DatabaseError } from '../../../../db/errors.ts';
import { createRepositories, type Repositories } from '../../../../db/repositories.ts';
import { refusingRunner } from '../../../../src/cli/refusing-runner.ts';
import { localToday } from '../../../../src/services/local-today.ts';
import { createServices, type Services } from '../../../../src/services/services.ts';
import { FAULTS, type Fault, type FaultCase } from '../../faults/fault-case.ts';
import { bundle } from '../../faults/rows.ts';
import { faultsIn } from '../../faults/soundness.ts';
import { createFakeLocks } from '../../../src/services/fake-locks.ts';
import { fakePlatform } from '../../../src/services/fake-platform.ts';
import { dumpRaw, putBackRaw } from './raw.ts';
import { watching } from './requests.ts';


/** The methods through which a learner's work goes; the long form in Node tries every one there is. */
const CALLS: Readonly<Record<string, (services: Services, strict: Repositories, userId: string) => Promise<unknown>>> = {
  'attempts.submit': ({ attempts }, _, userId) => attempts.submit(answer(userId, 'tabs:b1')),
  'attempts.skip': ({ attempts }, _, userId) => attempts.skip({ userId, exerciseId: 'tabs:a2' }),
  'progress.advanceToNextLesson': ({ progress }, _, userId) => progress.advanceToNextLesson(userId, 'tabs', 'tabs:a'),
  'profiles.create': ({ profiles }) => profiles.create({ displayName: 'Ada' }),
  'profiles.erase': ({ profiles }, _, userId) => profiles.erase(userId),
  'profiles.eraseCourse': ({ profiles }, _, userId) => profiles.eraseCourse(userId, 'tabs'),
  'courses.install': ({ courses }) => courses.install(bundle('tabs', { 'tabs:a': ['tabs:a1'], 'tabs:c': ['tabs:c1'] }, '2.0.0')),
  'courses.home': ({ courses }, _, userId) => courses.home(userId),
  'settings.set': ({ settings }, _, userId) => settings.set(userId, { theme: 'dark' }),
  'users.update': (_, strict, userId) => strict.users.update(userId, { displayName: 'A.' }),
  'dumps.dump': async (_, strict) => (await strict.dumps()).dump(),
};

export async function tryInBrowser(most: number): Promise<FaultCase[]> {
  const db = openDatabase();
  await db.open();
  const strict = createRepositories(db);
  const fake = fakePlatform(createFakeLocks().forTab());
  const platform = { ...fake, storage: { ...fake.storage, estimate: () => Promise.resolve(null) } };
  const services = createServices({
    ...{ strict, unjournaled: strict, relaxed: strict, runner: refusingRunner, platform },
    ...{ now: Date.now, newId: () => uuidV7(), today: localToday, tabId: 'this', bundledCourses: () => [] },
  });
  await services.courses.install(bundle('tabs', { 'tabs:a': ['tabs:a1', 'tabs:a2'], 'tabs:b': ['tabs:b1'] }));
  const made = await services.profiles.create({ displayName: 'Grace' });
  if (!made.ok) throw new Error(made.error.type);
  const userId = made.value.id;
  await services.attempts.submit(answer(userId, 'tabs:a1'));
  const { rows } = await dumpRaw();
  const before = JSON.stringify(rows);
  const cases: FaultCase[] = [];
  for (const [method, call] of Object.entries(CALLS)) {
    const run = (): Promise<unknown> => call(services, strict, userId);
    let of = 0;
    await watching({ after: () => void (of += 1) }, run);
    await putBackRaw(rows);
    const points = Math.min(of, most);
    for (let i = 1; i <= points; i++) {
      const at = Math.ceil((i * of) / points);
      const fault = FAULTS[i % FAULTS.length] ?? 'AbortError';
      const { isMet, end, isTyped, unhandled } = await failing(at, fault, run);
      const after = (await dumpRaw()).rows;
      const isChanged = JSON.stringify(after) !== before;
      // An erasure may end between its own transaction and the look for backups that hold it.
      const isWhole = method.startsWith('profiles.erase') && faultsIn(after).length === 0;
      if (isMet) cases.push({ method, at, of, fault, way: 'ends', end, isTyped, torn: isChanged && !isWhole ? [`something was written: ${end}`] : [], unhandled });
      if (isChanged) await putBackRaw(rows);
    }
  }
  db.close();
  return cases;
}

const answer = (userId: string, exerciseId: string) =>
  ({ userId, exerciseId, answer: { type: 'TRUE_FALSE', value: true }, hintsUsed: 0, solutionRevealed: false, activeMs: 1, mode: 'LESSON' }) as const;

type Ended = Pick<FaultCase, 'end' | 'isTyped' | 'unhandled'> & { readonly isMet: boolean };

/**
 * A request cannot be made to fail for a reason of our choice: so its transaction is really aborted while it is under
 * way, and says the reason when it is asked.
 */
async function failing(at: number, fault: Fault, run: () => Promise<unknown>): Promise<Ended> {
  let count = 0;
  let isMet = false;
  const unhandled: string[] = [];
  const hear = (event: PromiseRejectionEvent): void => {
    unhandled.push(String(event.reason));
    event.preventDefault();
  };
  addEventListener('unhandledrejection', hear);
  const after = (request: IDBRequest): void => {
    count += 1;
    const { transaction } = request;
    if (count !== at || transaction === null) return;
    // In a task of its own, as a browser does; the answer to the request takes longer.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (request.readyState === 'done') return;
      isMet = true;
      const error = new DOMException('made to fail', fault);
      Object.defineProperty(transaction, 'error', { get: () => error });
      transaction.abort();
    };
    port2.postMessage(null);
  };
  try {
    const said = await watching({ after }, () => run().then((value) => (value as { ok?: boolean } | null)?.ok === false ? value : 'ok', (error: unknown) => error));
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (said instanceof DatabaseError) return { isMet, end: said.type, isTyped: true, unhandled };
    if (said === 'ok' || said instanceof Error) return { isMet, end: String(said), isTyped: false, unhandled };
    return { isMet, end: JSON.stringify(said), isTyped: true, unhandled };
  } finally {
    removeEventListener('unhandledrejection', hear);
  }
}
