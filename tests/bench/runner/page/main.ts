import { createKeptFiles } from '../../../../src/platform/browser/kept-files.ts';
import { createRunner } from '../../../../src/runner/client.ts';
import type { Runner } from '../../../../src/runner/runner.ts';
import { browserSandbox } from '../../../../src/runner/sandbox/browser-sandbox.ts';
import type { OpenSandbox, Sandbox } from '../../../../src/runner/sandbox/sandbox.ts';

declare global {
  interface Window {
    /** As the app makes it. */
    runner: Runner;
    /** Resolves when so many workers stand ready, and nothing has changed for a while. */
    untilWarm(count: number): Promise<void>;
    /** A plain worker of this origin, with nothing of ours. `text`: its script; else the file beside the page. */
    newRaw(text?: string): Raw;
    /** Kept for later calls. */
    raw: Raw | undefined;
  }
}

interface Raw {
  ask(message: unknown): Promise<unknown>;
  end(): void;
}

interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}
const same: Policy = { createHTML: (html) => html, createScriptURL: (url) => url };
const policy = (window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes?.createPolicy('app', same) ?? same;

const warm = new Set<Sandbox>();
let changedAt = performance.now();

const inFrame = browserSandbox({ doc: document, trustedHtml: (html) => policy.createHTML(html) });
/** Counts the booted workers that no job has taken. */
const openSandbox: OpenSandbox = async () => {
  const sandbox = await inFrame();
  const changes = (isWarm: boolean): void => {
    changedAt = performance.now();
    if (isWarm) warm.add(counted);
    else warm.delete(counted);
  };
  const counted: Sandbox = {
    ...sandbox,
    listen: (listener) =>
      sandbox.listen((message) => {
        if (message.type === 'message' && message.kind === 'ready') changes(true);
        listener(message);
      }),
    startJob(run, data, caps) {
      changes(false);
      sandbox.startJob(run, data, caps);
    },
    remove() {
      changes(false);
      sandbox.remove();
    },
  };
  return counted;
};

window.runner = createRunner({ openSandbox, keptFiles: createKeptFiles(caches, { estimate: () => Promise.resolve(null) }) });
window.untilWarm = async (count) => {
  while (warm.size < count || performance.now() - changedAt < 700) await new Promise((resolve) => setTimeout(resolve, 50));
};
window.newRaw = (text) => {
  const url = text === undefined ? 'raw-python.js' : URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(policy.createScriptURL(url), { type: text === undefined ? 'module' : 'classic' });
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(message);
      }),
    end: () => worker.terminate(),
  };
};
