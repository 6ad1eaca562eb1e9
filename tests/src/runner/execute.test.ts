import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Prepared } from '../../../src/runner/engines/engine.ts';
import { execute } from '../../../src/runner/execute.ts';
import { DEFAULT_LIMITS, type RunEvents, type TestInput } from '../../../src/runner/runner.ts';
import type { FrameMessage } from '../../../src/runner/sandbox/messages.ts';
import type { Sandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { createTranscript } from '../../../src/runner/transcript.ts';

const PREPARED: Prepared = { worker: null, data: null, readError: () => null, readCrash: () => null };

const CALLS: readonly TestInput[] = ['one', 'two', 'slow'].map((id) => ({ id, kind: 'call', call: 'f()' }));

/** A job under way in a sandbox that the test speaks for. */
function setup(prepared: Prepared = PREPARED, onInput?: RunEvents['onInput']) {
  let listener: (message: FrameMessage) => void = () => undefined;
  let run = '';
  const answers: (string | null)[] = [];
  const sandbox: Sandbox = {
    startWorker: () => undefined,
    startJob: (id) => {
      run = id;
    },
    answer: (_, line) => void answers.push(line),
    answers: () => Promise.resolve(true),
    listen: (given) => {
      listener = given;
    },
    remove: () => undefined,
  };
  const abort = new AbortController();
  const limits = { ...DEFAULT_LIMITS, wallMs: 1000 };
  const transcript = createTranscript({ tests: CALLS, maxChars: limits.outputBytes, readError: () => null, onOutput: () => undefined });
  const ended = execute(sandbox, { prepared, limits, transcript, onInput, abort: abort.signal }).then((end) =>
    end.type === 'replay' ? end : { ...end, ...transcript.close(end.outcome, end.error) },
  );
  const say = (kind: string, text = '', from = run): void => listener({ type: 'message', run: from, kind, text, blob: null });
  return { ended, say, abort, answers, hear: (message: FrameMessage) => listener(message) };
}

const DONE = '{"outcome":"finished","error":null,"activeMs":3}';
const tested = (id: string): string => `{"id":"${id}","outcome":"finished","value":{"kind":"none"},"error":null}`;

describe('a job', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends as its worker says, with the output in order', async () => {
    const { ended, say } = setup();
    for (const [kind, text] of [['started', ''], ['stdout', 'a'], ['stdout', 'b'], ['stderr', 'c'], ['stdout', 'd'], ['done', DONE]] as const) say(kind, text);
    expect(await ended).toMatchObject({
      outcome: 'finished',
      activeMs: 3,
      output: [
        { stream: 'stdout', text: 'ab' },
        { stream: 'stderr', text: 'c' },
        { stream: 'stdout', text: 'd' },
      ],
    });
  });

  it('gives each test the output written while it ran', async () => {
    const { ended, say } = setup();
    for (const id of ['one', 'two']) {
      say('test', id);
      say('stdout', `${id} `);
      say('stdout', 'said');
      say('stderr', 'no');
      say('tested', tested(id));
    }
    say('done', DONE);
    expect(await ended).toMatchObject({ runs: [{ id: 'one', stdout: 'one said' }, { id: 'two', stdout: 'two said' }] });
  });

  it('hears nobody who does not know its id', async () => {
    const { ended, say } = setup();
    say('done', DONE, 'forged');
    say('stdout', 'forged', 'forged');
    say('done', '{"outcome":"error"}');
    expect(await ended).toMatchObject({ outcome: 'error', output: [] });
  });

  it('takes no result for a test that is not running', async () => {
    const { ended, say } = setup();
    say('tested', tested('one'));
    say('test', 'one');
    say('tested', tested('two'));
    say('done', DONE);
    expect(await ended).toMatchObject({ runs: [] });
  });

  it('is timed from its start, and only the first start counts', async () => {
    const { ended, say } = setup();
    await vi.advanceTimersByTimeAsync(900);
    say('started');
    say('test', 'slow');
    say('stdout', 'begun');
    await vi.advanceTimersByTimeAsync(900);
    say('started');
    await vi.advanceTimersByTimeAsync(100);
    expect(await ended).toMatchObject({ outcome: 'timed-out', runs: [{ id: 'slow', outcome: 'timed-out', stdout: 'begun', value: null }] });
  });

  it('ends in time though it never starts', async () => {
    const { ended } = setup();
    await vi.advanceTimersByTimeAsync(4000);
    expect(await ended).toMatchObject({ outcome: 'timed-out' });
  });

  it('ends by name when it floods, crashes, talks nonsense, or is stopped', async () => {
    const flooded = setup();
    flooded.hear({ type: 'flooded' });
    expect(await flooded.ended).toMatchObject({ outcome: 'too-much-output' });
    const crashed = setup();
    crashed.hear({ type: 'crashed', message: 'x', line: 0, column: 0 });
    expect(await crashed.ended).toMatchObject({ outcome: 'died' });
    const nonsense = setup();
    nonsense.say('done', 'verdict: passed');
    expect(await nonsense.ended).toMatchObject({ outcome: 'died' });
    const gone = setup();
    gone.hear({ type: 'gone' });
    expect(await gone.ended).toMatchObject({ outcome: 'out-of-memory' });
    const stopped = setup();
    stopped.abort.abort();
    expect(await stopped.ended).toMatchObject({ outcome: 'stopped' });
  });

  it('lets the clock stand still while it waits for a line', async () => {
    let answer: (line: string | null) => void = () => undefined;
    const { ended, say, answers } = setup(PREPARED, (prompt) => new Promise((resolve) => {
      answer = (line) => resolve(`${prompt}${line ?? ''}`);
    }));
    say('started');
    await vi.advanceTimersByTimeAsync(900);
    say('ask', 'Name? ');
    say('ask', 'again? ');
    await vi.advanceTimersByTimeAsync(60_000);
    answer('Ann');
    await vi.advanceTimersByTimeAsync(50);
    expect(answers).toEqual(['Name? Ann']);
    await vi.advanceTimersByTimeAsync(60);
    expect(await ended).toMatchObject({ outcome: 'timed-out', output: [{ stream: 'stdin', text: 'Name? Ann\n' }] });
  });

  it('meets the end of its input where nobody is asked, and can be stopped while it waits', async () => {
    const unheard = setup();
    unheard.say('started');
    unheard.say('ask', '');
    await vi.advanceTimersByTimeAsync(0);
    expect(unheard.answers).toEqual([null]);
    const waiting = setup(PREPARED, () => new Promise(() => undefined));
    waiting.say('started');
    waiting.say('ask', '');
    waiting.abort.abort();
    expect(await waiting.ended).toMatchObject({ outcome: 'stopped' });
  });

  it('ends for a replay only where somebody can be asked', async () => {
    const asked = setup(PREPARED, () => Promise.resolve('Ann'));
    asked.say('replay', 'Name? ');
    expect(await asked.ended).toEqual({ type: 'replay', prompt: 'Name? ' });
    const unheard = setup();
    unheard.say('replay', '');
    unheard.say('done', DONE);
    expect(await unheard.ended).toMatchObject({ outcome: 'finished' });
  });

  it('takes a crash for the learner’s error where the engine says so', async () => {
    const error = { type: 'SyntaxError', message: 'x', line: 1, frames: [] };
    const { ended, hear } = setup({ ...PREPARED, readCrash: () => error });
    hear({ type: 'crashed', message: 'x', line: 1, column: 1 });
    expect(await ended).toMatchObject({ outcome: 'error', error });
  });
});
