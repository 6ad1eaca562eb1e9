import { narrow } from '../../narrow.ts';
import type { Job } from './job.ts';
import type { ModuleFunctions } from './modules.ts';
import { describeError } from './error.ts';
import { apply } from './primordials.ts';
import type { CreateTesting } from './testing/testing.ts';
import { createTimers } from './timers.ts';
import { installRandom } from './random.ts';
import type { Parts, World } from './session.ts';
import { work } from './work.ts';

type Post = (message: { run: string; kind: string; text: string }) => void;

// This file runs before the learner's code. What it needs is taken here, out of reach of any patch; the job and the
// run's id come in the one event that no one else hears.
const scope = globalThis as typeof globalThis & { postMessage: Post | undefined; close: unknown };
const { performance, Reflect: { deleteProperty } } = scope;
const clock = performance.now;
const { setTimeout: startTimer } = scope;
const post = scope.postMessage as Post;
deleteProperty(scope, 'postMessage');
deleteProperty(scope, 'close');
narrow(scope);
// Deep calls of the learner's must not push the test's own line out.
(scope.Error as unknown as { stackTraceLimit: number }).stackTraceLimit = 30;

const world: World = {
  scope,
  now: () => apply(clock, performance, []),
  setTimer: (handler, ms) => startTimer(handler, ms),
  timers: createTimers(scope),
  seedRandom: installRandom(scope),
  onUncaught: () => undefined,
};
let parts: Parts | null = null;

scope.addEventListener('message', function receive(event: Event) {
  const { data } = event as MessageEvent<{ type: string; run: string; data: Job }>;
  event.stopImmediatePropagation();
  if (data.type !== 'job') return;
  scope.removeEventListener('message', receive);
  if (parts !== null) void work(world, parts, data.data, (kind, text) => post({ run: data.run, kind, text }));
});

/** Called once, by the script's last line, with the learner's files, those of tests, and what runs these. */
export default function startHarness(files: ModuleFunctions, testFiles: ModuleFunctions, createTesting: CreateTesting | null): void {
  parts ??= { files, testFiles, createTesting };
}

// First in line, so that no listener of the learner's comes before.
scope.addEventListener('error', (event) => {
  event.preventDefault();
  world.onUncaught(describeError(event.error ?? event.message), false);
});
scope.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  world.onUncaught(describeError(event.reason), true);
});
