/** The name that an engine's script bears: the engines read their own lines out of stacks by it. */
const SCRIPT = 'blob:null/trusted';

/**
 * Gives a thread of Node the names that a web worker has, takes Node's own away, and runs the engine's script (the
 * thread's `workerData`) as a browser would: a classic script. What it says goes up as `{ said }`; an error that nobody
 * caught as `{ crash }`.
 */
export const PRELUDE = `'use strict';
{
  const { parentPort, workerData } = require('node:worker_threads');
  const { runInThisContext } = require('node:vm');
  const { process, setTimeout, setInterval } = globalThis;
  const target = new EventTarget();
  const give = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });

  give('self', globalThis);
  give('WorkerGlobalScope', class WorkerGlobalScope { static [Symbol.hasInstance](value) { return value === globalThis; } });
  give('location', { href: '${SCRIPT}', origin: 'null', protocol: 'blob:', toString: () => '${SCRIPT}' });
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) give(name, target[name].bind(target));
  give('postMessage', (message) => parentPort.postMessage({ said: message }));
  give('close', () => process.exit());
  // A timer's id is a number there.
  give('setTimeout', (...args) => Number(setTimeout(...args)));
  give('setInterval', (...args) => Number(setInterval(...args)));

  // As those that a browser sends itself: the engines heed no others.
  class Message extends MessageEvent { get isTrusted() { return true; } }
  class Mishap extends Event { get isTrusted() { return true; } }
  const tell = (type, facts) => {
    const event = Object.assign(new Mishap(type, { cancelable: true }), facts);
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const crash = (error) => {
    const [, line = '0'] = new RegExp('${SCRIPT}:([0-9]+)').exec(String(error?.stack)) ?? [];
    parentPort.postMessage({ crash: { type: 'crashed', message: 'Uncaught ' + String(error), line: Number(line), column: 0 } });
  };
  process.on('uncaughtException', (error) => { if (!tell('error', { error, message: String(error) })) crash(error); });
  process.on('unhandledRejection', (reason) => { if (!tell('unhandledrejection', { reason })) crash(reason); });
  parentPort.on('message', (data) => target.dispatchEvent(new Message('message', { data })));

  // By these a program tells that it is in Node. (Others, such as Buffer, stay: Node's own fetch wants them.)
  for (const name of ['process', 'require', 'module', 'exports', '__filename', '__dirname']) delete globalThis[name];
  try {
    runInThisContext(workerData, { filename: '${SCRIPT}' });
  } catch (error) {
    crash(error);
  }
}`;
