/**
 * The page inside the hidden frame. It has an opaque origin and a policy of its own; it starts one worker and passes
 * messages on, counted. Nothing of a learner's ever runs here (from a frame, WebRTC packets got out).
 */

/** Trusted Types policy of the frame: the page's header has to allow this name. */
export const FRAME_POLICY = 'runner';

/**
 * The frame's only script. Its hash stands in two policies, so every byte counts: `starterHash()` says which.
 * From the page, over the port that comes with the first message:
 *   { type: 'worker', scripts: (string | Blob)[], data }   starts the worker and hands `data` to it
 *   { type: 'job', run, data, maxMessages, maxChars }      hands a job on; from now on the worker is not trusted
 *   { type: 'line', run, line }                            hands on the line that the worker asked for
 *   { type: 'ping' }                                       is answered with { type: 'pong' }
 * To the page:
 *   { type: 'message', run, kind, text, blob }             what the worker said, if it knew the run's id; `blob` only
 *                                                          while nothing of a learner's runs (run: null)
 *   { type: 'flooded' }                                    a cap is passed, the worker ended
 *   { type: 'crashed', message, line, column }             an error that no one in the worker caught
 */
export const FRAME_STARTER = `(() => {
  'use strict';
  const policy = globalThis.trustedTypes?.createPolicy('${FRAME_POLICY}', { createScriptURL: (url) => url });
  addEventListener('message', (first) => {
    const port = first.source === parent ? first.ports[0] : undefined;
    if (port === undefined) return;
    let worker = null;
    let run = null;
    let messagesLeft = 100;
    let charsLeft = 10000;
    const onSaid = ({ data }) => {
      const isWord = typeof data === 'object' && data !== null && typeof data.kind === 'string' && typeof data.text === 'string';
      messagesLeft -= 1;
      charsLeft -= isWord ? data.kind.length + data.text.length : 0;
      if (messagesLeft < 0 || charsLeft < 0) {
        worker.onmessage = null;
        worker.terminate();
        port.postMessage({ type: 'flooded' });
      } else if (isWord && data.run === run) {
        const blob = run === null && data.blob instanceof Blob ? data.blob : null;
        port.postMessage({ type: 'message', run, kind: data.kind, text: data.text, blob });
      }
    };
    const onCrashed = (event) => {
      event.preventDefault();
      if (messagesLeft-- < 0) return;
      const message = String(event.message ?? '').slice(0, 2000);
      port.postMessage({ type: 'crashed', message, line: event.lineno ?? 0, column: event.colno ?? 0 });
    };
    port.onmessage = ({ data }) => {
      if (data.type === 'worker') {
        const url = URL.createObjectURL(new Blob(data.scripts, { type: 'text/javascript' }));
        worker = new Worker(policy === undefined ? url : policy.createScriptURL(url));
        worker.onmessage = onSaid;
        worker.onerror = onCrashed;
        worker.postMessage({ type: 'boot', data: data.data });
      } else if (data.type === 'job') {
        run = data.run;
        messagesLeft = data.maxMessages;
        charsLeft = data.maxChars;
        worker.postMessage({ type: 'job', run, data: data.data });
      } else if (data.type === 'ping') {
        port.postMessage({ type: 'pong' });
      } else if (data.type === 'line' && data.run === run) {
        worker.postMessage({ type: 'line', run, line: data.line });
      }
    };
  }, { once: true });
})();`;

/** What the page's own Content-Security-Policy must allow in `script-src`: `'sha256-…'`, quotes included. */
export async function starterHash(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(FRAME_STARTER));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** The frame's own policy; it comes on top of the page's, which a srcdoc inherits. */
export const frameCsp = (hash: string): string =>
  `default-src 'none'; script-src ${hash} 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'`;

/** The frame's document, for `srcdoc`. */
export const frameHtml = (hash: string): string =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${frameCsp(hash)}">` +
  `<title>Sandbox</title><script>${FRAME_STARTER}</script>`;
