import { frameHtml, starterHash } from './frame.ts';
import type { FrameMessage } from './messages.ts';
import type { OpenSandbox, Sandbox } from './sandbox.ts';

/** Where the frames live. */
export interface SandboxHost {
  readonly doc: Document;
  /** Marks the frame's own page as trusted, by the page's Trusted Types policy; `srcdoc` takes nothing else. */
  readonly trustedHtml: (html: string) => string;
}

/** Sandboxes as hidden frames of an opaque origin: the one kind that holds hostile code. */
export const browserSandbox =
  (host: SandboxHost): OpenSandbox =>
  () =>
    openFrame(host);

async function openFrame({ doc, trustedHtml }: SandboxHost): Promise<Sandbox> {
  const html = trustedHtml(frameHtml(await starterHash()));
  const frame = doc.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  // Invisible but rendered: the process of a frame that is not shown runs at the lowest priority, and starves.
  Object.assign(frame.style, { position: 'fixed', bottom: '0', width: '1px', height: '1px', border: '0', opacity: '0', pointerEvents: 'none' });
  frame.tabIndex = -1;
  frame.title = '';
  frame.setAttribute('aria-hidden', 'true');
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  doc.body.append(frame);
  await loaded;
  const { port1: port, port2 } = new MessageChannel();
  // The frame's origin is opaque: no other target than '*' names it.
  frame.contentWindow?.postMessage(null, '*', [port2]);
  return speakTo(port, () => frame.remove());
}

/** A heap that outgrows V8's bound takes the frame's whole process with it, without a word. */
const PING_MS = 300;
/** In a row. Beside a busy worker a frame answers within some ms; on a machine that is overrun it may take seconds. */
const MAX_UNANSWERED = 10;
const ANSWER_MS = 1_000;

function speakTo(port: MessagePort, removeFrame: () => void): Sandbox {
  let listener: (message: FrameMessage) => void = () => undefined;
  let unanswered = 0;
  let pinging: ReturnType<typeof setInterval> | undefined;
  let waiting: (() => void)[] = [];
  port.onmessage = ({ data }: MessageEvent<FrameMessage | { readonly type: 'pong' }>) => {
    unanswered = 0;
    if (data.type !== 'pong') {
      listener(data);
      return;
    }
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    startWorker: ({ scripts, data }) => port.postMessage({ type: 'worker', scripts, data }),
    startJob(run, data, caps) {
      port.postMessage({ type: 'job', run, data, ...caps });
      pinging = setInterval(() => {
        unanswered += 1;
        if (unanswered <= MAX_UNANSWERED) port.postMessage({ type: 'ping' });
        else if (unanswered === MAX_UNANSWERED + 1) listener({ type: 'gone' });
      }, PING_MS);
    },
    answer: (run, line) => port.postMessage({ type: 'line', run, line }),
    answers: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), ANSWER_MS);
        waiting.push(() => {
          clearTimeout(timer);
          resolve(true);
        });
        port.postMessage({ type: 'ping' });
      }),
    listen: (given) => {
      listener = given;
    },
    remove() {
      clearInterval(pinging);
      port.onmessage = null;
      port.close();
      removeFrame();
    },
  };
}
