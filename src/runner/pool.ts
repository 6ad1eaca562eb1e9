import type { CodeLanguage } from '../../db/models/enums.ts';
import { boot } from './boot.ts';
import type { Engine } from './engines/engine.ts';
import type { LoadEngine } from './engines/load-engine.ts';
import type { Handovers } from './handovers.ts';
import type { Preparation } from './runner.ts';
import type { OpenSandbox, Sandbox } from './sandbox/sandbox.ts';
import { unlessAborted } from './unless-aborted.ts';

/** One language's engine and its warm sandboxes, made one at a time. */
export interface Pool {
  /** Loaded once; a failure (a file missing) is tried again next time. */
  engine(): Promise<Engine>;
  /** A job is about to be prepared: meanwhile the spare it will take shows that it is alive, or is made. */
  expectTaking(): void;
  /**
   * Hands a spare over, made now if there is none. The caller removes it. Rejects when the engine does not boot, and
   * when `signal` aborts: then the spare stays for the next.
   */
  take(signal: AbortSignal): Promise<Sandbox>;
  /** Makes one more. Rejects when the engine does not boot. */
  grow(): Promise<void>;
  readonly count: () => number;
  /** Whether later spares would boot faster for a handover that nobody has made yet. */
  readonly isHandoverDue: () => boolean;
  makeHandover(): Promise<void>;
  /** A process has died, and may have taken others along. */
  dropDead(): Promise<void>;
  dispose(): void;
}

export interface PoolOptions {
  readonly language: CodeLanguage;
  readonly openSandbox: OpenSandbox;
  readonly loadEngine: LoadEngine;
  readonly handovers: Handovers;
  readonly onPreparation: (preparation: Preparation | null) => void;
}

export function createPool({ language, openSandbox, loadEngine, handovers, onPreparation }: PoolOptions): Pool {
  const ready: Sandbox[] = [];
  const open = new Set<Sandbox>();
  let loading: Promise<Engine> | null = null;
  let making: Promise<void> | null = null;
  let asked: { readonly spare: Sandbox; readonly isAlive: Promise<boolean> } | null = null;
  let handingOver: Promise<void> = Promise.resolve();
  let isHandoverDue = false;
  let isFirst = false;
  let hasBeenReady = false;
  let isDisposed = false;

  const load = async (): Promise<Engine> => {
    const tell = (fraction: number | null): void => onPreparation({ step: 'loading', fraction, isFirst });
    tell(null);
    isFirst = !(await handovers.hasAny(language));
    const engine = await loadEngine(language, tell);
    isFirst &&= engine.handoverKey !== undefined;
    const [isRecalled] = await Promise.all([handovers.recall(language, engine), engine.loaded]);
    isHandoverDue = engine.handoverKey !== undefined && !isRecalled;
    return engine;
  };
  const engine = (): Promise<Engine> => {
    loading ??= load();
    const asked = loading;
    asked.catch(() => {
      if (loading === asked) loading = null;
      onPreparation(null);
    });
    return asked;
  };
  const openTracked = async (): Promise<Sandbox> => {
    const sandbox = await openSandbox();
    const tracked: Sandbox = { ...sandbox, remove };
    function remove(): void {
      open.delete(tracked);
      sandbox.remove();
    }
    open.add(tracked);
    return tracked;
  };
  const tellStarting = (): void => onPreparation({ step: 'starting', fraction: null, isFirst });
  const make = async (): Promise<void> => {
    // While the engine's files are on their way.
    const opening = openTracked();
    opening.catch(() => undefined);
    const known = await engine().catch(async (error: unknown) => {
      (await opening).remove();
      throw error;
    });
    await handingOver;
    if (!hasBeenReady) tellStarting();
    const sandbox = await opening;
    const spare = known.spare();
    try {
      if (spare !== null) await boot(sandbox, spare);
    } catch (error) {
      sandbox.remove();
      if (isDisposed || !known.onUnbootable()) throw error;
      // What was kept, or made just now, boots nothing: plainly, then.
      await handovers.forget(language);
      isHandoverDue = true;
      await make();
      return;
    }
    isFirst = false;
    hasBeenReady = true;
    if (isDisposed) sandbox.remove();
    else ready.push(sandbox);
  };
  const grow = (): Promise<void> =>
    (making ??= make().finally(() => {
      making = null;
      onPreparation(null);
    }));
  /** Without it the next spares boot slowly, and that is all. */
  const handOver = async (): Promise<void> => {
    const known = await engine();
    const maker = known.maker();
    if (maker === null) return;
    const sandbox = await openTracked();
    try {
      const { blob } = await boot(sandbox, maker);
      if (blob === null) return;
      // A Blob's bytes stay with the process that made it until they are needed: one byte read brings them all here.
      await blob.slice(0, 1).arrayBuffer();
      known.onMade(blob);
      void handovers.keep(language, known, blob).catch(() => undefined);
    } catch {
      // Said above.
    } finally {
      sandbox.remove();
    }
  };

  return {
    engine,
    grow,
    expectTaking() {
      const [spare] = ready;
      asked = spare === undefined ? null : { spare, isAlive: spare.answers() };
      // Heard by who takes it.
      if (spare === undefined) grow().catch(() => undefined);
    },
    async take(signal) {
      await unlessAborted(engine(), signal);
      for (let spare = ready.shift(); spare !== undefined; spare = ready.shift()) {
        const isAlive = await (asked?.spare === spare ? asked.isAlive : spare.answers());
        asked = null;
        if (isAlive && !signal.aborted) return spare;
        if (isAlive) ready.unshift(spare);
        else spare.remove();
        if (signal.aborted) break;
      }
      tellStarting();
      await unlessAborted(grow(), signal);
      const made = ready.shift();
      if (made === undefined) throw new Error('The sandbox was taken away');
      return made;
    },
    count: () => ready.length,
    isHandoverDue: () => isHandoverDue,
    makeHandover() {
      isHandoverDue = false;
      handingOver = handOver();
      return handingOver;
    },
    async dropDead() {
      const asked = [...ready];
      const alive = await Promise.all(asked.map((sandbox) => sandbox.answers()));
      asked.forEach((sandbox, i) => {
        const at = ready.indexOf(sandbox);
        if (alive[i] === true || at < 0) return;
        ready.splice(at, 1);
        sandbox.remove();
      });
    },
    dispose() {
      isDisposed = true;
      for (const sandbox of open) sandbox.remove();
      ready.length = 0;
    },
  };
}
