import type { CodeLanguage } from '../../db/models/enums.ts';
import type { Engine } from './engines/engine.ts';
import { unlessAborted } from './unless-aborted.ts';
import type { WorkerParts } from './sandbox/messages.ts';
import type { OpenSandbox, Sandbox } from './sandbox/sandbox.ts';

/** A slow phone boots Python in half of this. */
const BOOT_LIMIT_MS = 60_000;

/** One warm sandbox per language, so that no job waits for a boot. */
export interface Spares {
  /** Loaded once; a failure (a file missing) is tried again next time. */
  engine(language: CodeLanguage): Promise<Engine>;
  /**
   * Hands the spare over, made now if there is none. The caller removes it. Rejects when the engine does not boot, and
   * when `signal` aborts: then the spare stays for the next.
   */
  take(language: CodeLanguage, signal: AbortSignal): Promise<Sandbox>;
  /** Makes the spare if it is missing. */
  fill(language: CodeLanguage): void;
  dispose(): void;
}

export function createSpares(openSandbox: OpenSandbox, loadEngine: (language: CodeLanguage) => Promise<Engine>): Spares {
  const engines = new Map<CodeLanguage, Promise<Engine>>();
  const ready = new Map<CodeLanguage, Promise<Sandbox>>();
  const making = new Map<CodeLanguage, Promise<void>>();
  const open = new Set<Sandbox>();
  let isDisposed = false;

  const engine = (language: CodeLanguage): Promise<Engine> => {
    const known = engines.get(language);
    if (known !== undefined) return known;
    const loading = loadEngine(language);
    engines.set(language, loading);
    loading.catch(() => engines.delete(language));
    return loading;
  };
  const make = async (language: CodeLanguage): Promise<Sandbox> => {
    const known = await engine(language);
    await making.get(language);
    const sandbox = track(await openSandbox());
    const spare = known.spare();
    if (isDisposed) sandbox.remove();
    if (isDisposed || spare === null) return sandbox;
    try {
      await boot(sandbox, spare);
      if (!making.has(language)) making.set(language, makeOnce(known));
      return sandbox;
    } catch (error) {
      sandbox.remove();
      if (known.onUnbootable()) return make(language);
      throw error;
    }
  };
  /** Without it the next spares boot slowly, and that is all. */
  const makeOnce = async (known: Engine): Promise<void> => {
    const maker = known.maker();
    if (maker === null) return;
    const sandbox = track(await openSandbox());
    try {
      const made = await boot(sandbox, maker);
      // A Blob's bytes stay with the process that made it until they are needed: one byte read brings them all here.
      await made?.slice(0, 1).arrayBuffer();
      if (made !== null) known.onMade(made);
    } catch {
      // Said above.
    } finally {
      sandbox.remove();
    }
  };
  const track = (sandbox: Sandbox): Sandbox => {
    const tracked: Sandbox = { ...sandbox, remove };
    function remove(): void {
      open.delete(tracked);
      sandbox.remove();
    }
    open.add(tracked);
    return tracked;
  };
  const fill = (language: CodeLanguage): Promise<Sandbox> => {
    const known = ready.get(language);
    if (known !== undefined) return known;
    const sandbox = make(language);
    ready.set(language, sandbox);
    // A spare that did not boot is not kept; who takes it hears of it, an idle one is no news.
    sandbox.catch(() => {
      if (ready.get(language) === sandbox) ready.delete(language);
    });
    return sandbox;
  };

  return {
    engine,
    async take(language, signal) {
      const sandbox = await unlessAborted(fill(language), signal);
      ready.delete(language);
      return sandbox;
    },
    fill: (language) => {
      if (!isDisposed) void fill(language);
    },
    dispose() {
      isDisposed = true;
      for (const sandbox of open) sandbox.remove();
      ready.clear();
    },
  };
}

/** Waits for the worker's `ready`, and what comes with it; nothing of a learner's runs yet. Rejects on anything else. */
function boot(sandbox: Sandbox, parts: WorkerParts): Promise<Blob | null> {
  return new Promise((resolve, reject) => {
    const giveUp = (why: string): void => reject(new Error(`The engine did not start: ${why}`));
    const timer = setTimeout(() => giveUp('no answer'), BOOT_LIMIT_MS);
    sandbox.listen((message) => {
      clearTimeout(timer);
      if (message.type === 'message' && message.kind === 'ready') resolve(message.blob);
      else giveUp(message.type === 'crashed' ? message.message : message.type === 'message' ? message.text : message.type);
    });
    sandbox.startWorker(parts);
  });
}
