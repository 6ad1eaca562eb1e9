import { DatabaseError } from '../../../db/errors.ts';
import { CALLS, methodsOf, type Call } from './calls.ts';
import { FAULTS, WAYS, type FaultCase } from './fault-case.ts';
import { wasMet, withFault, type Aim } from './points.ts';
import { faultsIn } from './soundness.ts';
import { openStage, openWorld, type Kept, type Stage, type World } from './world.ts';

export interface TryOptions {
  /** Every point with each kind of failure; else with the next kind in turn. */
  readonly isWhole: boolean;
  readonly only?: string;
  /** Of one method at most so many points, spread over its whole length. */
  readonly most?: number;
  readonly tell?: (cases: readonly FaultCase[]) => void;
}

export interface Tried {
  readonly cases: readonly FaultCase[];
  /** Methods that nobody said how to call, or whose call does not work without a fault. */
  readonly uncovered: readonly string[];
}

export async function tryFaults({ isWhole, only = '', most = Infinity, tell }: TryOptions): Promise<Tried> {
  const world = await openWorld();
  const empty = await openStage();
  const [filled, nothing] = [await world.rows(), await empty.rows()];
  const uncovered = (await methodsOf(world)).filter((method) => CALLS[method] === undefined);
  const cases: FaultCase[] = [];
  for (const [method, call] of Object.entries(CALLS)) {
    if (!method.includes(only)) continue;
    const stage = call.runEmpty === undefined ? world : empty;
    const kept = call.harm?.(filled, world) ?? (stage === world ? filled : nothing);
    try {
      const done = await tryMethod({ method, call, stage, world, kept }, { isWhole, most });
      cases.push(...done);
      tell?.(done);
    } catch (error) {
      uncovered.push(`${method} (${String(error)})`);
    }
    await stage.putBack(stage === world ? filled : nothing);
  }
  [world, empty].forEach((stage) => stage.close());
  return { cases, uncovered };
}

interface Trial {
  readonly method: string;
  readonly call: Call;
  readonly stage: Stage;
  readonly world: World;
  readonly kept: Kept;
}

async function tryMethod(trial: Trial, { isWhole, most }: { readonly isWhole: boolean; readonly most: number }): Promise<FaultCase[]> {
  const { method, call, stage, world, kept } = trial;
  const run = (): Promise<unknown> => call.runEmpty?.(stage, world) ?? call.run(world);
  await stage.putBack(kept);
  const { operations } = await withFault(null, run);
  const finished = (await stage.rows()).rows;
  await stage.putBack(kept);
  const before = JSON.stringify(kept.rows);
  const cases: FaultCase[] = [];
  for (const at of spread(operations, most)) {
    for (const aim of isWhole ? aimsAt(at) : aimsAt(at).filter((_, i, { length }) => (cases.length + i) % length === 0)) {
      const told = stage.told();
      const { end, isRefusal, unhandled } = await endOf(() => withFault(aim, run));
      const isMet = wasMet();
      const after = await stage.rows();
      const isChanged = JSON.stringify(after.rows) !== before;
      const torn: string[] = [];
      if (isChanged) torn.push(...(await tornIn(trial, run, end, after, finished)));
      else if (stage.told() > told && end !== 'ok') torn.push('the journal heard of what was not committed');
      if (isChanged || stage.told() > told) await stage.putBack(kept);
      const isTyped = isRefusal || (end === 'ok' && call.survives !== undefined);
      // A request may be answered before its transaction can be ended: then nothing was tried.
      if (isMet) cases.push({ ...aim, method, of: operations, end, isTyped, torn, unhandled });
    }
  }
  return cases;
}

/** A request fails in every way; where its whole transaction ends, the reasons take turns. */
const aimsAt = (at: number): Aim[] =>
  FAULTS.flatMap((fault, i) => WAYS.filter((way) => way === 'fails' || i === at % FAULTS.length).map((way) => ({ at, fault, way })));

/** 1 … length, or `most` of them, the last among them. */
function spread(length: number, most: number): number[] {
  const count = Math.min(length, most);
  return Array.from({ length: count }, (_, i) => Math.ceil(((i + 1) * length) / count));
}

interface End {
  readonly end: string;
  readonly isRefusal: boolean;
  readonly unhandled: readonly string[];
}

async function endOf(work: () => Promise<{ value: unknown }>): Promise<End> {
  const unhandled: string[] = [];
  const hear = (reason: unknown): void => void unhandled.push(String(reason));
  const { warn } = console;
  process.on('unhandledRejection', hear);
  // Where there is no window, Dexie tells of a rejection that nobody took in this way.
  console.warn = (...words) => void unhandled.push(words.join(' '));
  try {
    const said = await work().then(({ value }) => typeOf(value), (error: unknown) => error);
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (said instanceof DatabaseError) return { end: said.type, isRefusal: true, unhandled };
    if (said instanceof Error) return { end: `${said.name}: ${said.message}`, isRefusal: false, unhandled };
    return { end: String(said), isRefusal: said !== 'ok', unhandled };
  } finally {
    process.off('unhandledRejection', hear);
    console.warn = warn;
  }
}

/** `ok`, or the type of a failure that is a value. */
function typeOf(value: unknown): string {
  const result = value as { readonly ok?: boolean; readonly error?: { readonly type?: string } } | null | undefined;
  return typeof value === 'object' && result?.ok === false ? (result.error?.type ?? 'a failure without a type') : 'ok';
}

/** Something was written though an operation failed: all of it, or whole steps. */
async function tornIn({ call, stage }: Trial, run: () => Promise<unknown>, end: string, after: Kept, finished: Kept['rows']): Promise<string[]> {
  const isAll = countsOf(after.rows) === countsOf(finished);
  if (end === 'ok' && isAll) return faultsIn(after.rows);
  if (call.steps !== true) return [`something was written, and the end was ${end}`];
  const torn = faultsIn(after.rows);
  await run().catch(() => undefined);
  return [...torn, ...faultsIn((await stage.rows()).rows)];
}

const countsOf = (rows: Kept['rows']): string => JSON.stringify(Object.entries(rows).map(([table, all]) => [table, all.length]));
