import { describe, expect, it } from 'vitest';
import type { OutputChunk } from '../../../src/core/run-result.ts';
import type { TestInput } from '../../../src/runner/runner.ts';
import { createTranscript } from '../../../src/runner/transcript.ts';

function setUp({ tests = [], maxChars = 1_000 }: { tests?: readonly TestInput[]; maxChars?: number } = {}) {
  const heard: OutputChunk[] = [];
  const transcript = createTranscript({ tests, maxChars, readError: () => null, onOutput: (chunk) => heard.push(chunk) });
  return { heard, transcript };
}

const call: TestInput = { id: 'c', kind: 'call', call: 'f()' };
const block: TestInput = { id: 'a', kind: 'assert', code: 'assert f()' };
const file: TestInput = { id: 'f', kind: 'file', file: 'test_f.py', source: '', runSkipped: false };

const said = (name: string, status = 'passed'): object => ({ name, status, message: '', called: null, expected: null, got: null });
const tested = (id: string, name: string, status?: string): string => JSON.stringify({ id, outcome: 'finished', value: null, error: null, said: said(name, status) });
const picture = (name: string, data: string): string => JSON.stringify({ name, mimeType: 'image/svg+xml', data });

describe('a transcript', () => {
  it('takes many tests of a file, each with its own output, and one of anything else', () => {
    const { transcript } = setUp({ tests: [call, file] });
    for (const [kind, text] of [
      ['test', 'c'], ['tested', tested('c', '')], ['tested', tested('c', '')],
      ['test', 'f'], ['stdout', 'one'], ['tested', tested('f', 'A.one')], ['stdout', 'two'], ['tested', tested('f', 'A.two', 'failed')],
    ] as const) transcript.add(kind, text);
    expect(transcript.close('finished', null).runs.map(({ id, said: words, stdout }) => [id, words?.name, words?.status, stdout])).toEqual([
      ['c', undefined, undefined, ''],
      ['f', 'A.one', 'passed', 'one'],
      ['f', 'A.two', 'failed', 'two'],
    ]);
  });

  it('tells which file was under way when the job did not finish', () => {
    const { transcript } = setUp({ tests: [file] });
    transcript.add('test', 'f');
    transcript.add('tested', tested('f', 'A.one'));
    expect(transcript.close('timed-out', null).runs.map(({ outcome, said: words }) => [outcome, words?.name ?? null])).toEqual([
      ['finished', 'A.one'],
      ['timed-out', null],
    ]);
  });

  it('knows no test that was not asked for, and none twice', () => {
    const { transcript } = setUp({ tests: [call] });
    for (const id of ['x', 'c', 'c']) {
      transcript.add('test', id);
      transcript.add('tested', tested(id, ''));
    }
    expect(transcript.close('finished', null).runs.map(({ id }) => id)).toEqual(['c']);
  });

  it('lets no test pass once tampering was noticed, earlier ones included', () => {
    const { transcript } = setUp({ tests: [block, file] });
    transcript.add('test', 'a');
    transcript.add('tested', tested('a', ''));
    transcript.add('tampered', 'unittest was replaced');
    transcript.add('tampered', 'another thing');
    transcript.add('test', 'f');
    transcript.add('tested', tested('f', 'A.one'));
    const told = transcript.close('finished', null);
    expect(told.tampering).toBe('unittest was replaced');
    expect(told.runs.map((run) => [run.said?.status, run.said?.message])).toEqual([
      ['failed', 'unittest was replaced'],
      ['failed', 'unittest was replaced'],
    ]);
  });

  it('keeps twenty pictures, a later one in the place of its namesake', () => {
    const { transcript } = setUp();
    for (let i = 0; i < 30; i++) transcript.add('picture', picture(`p${i}`, `${i}`));
    transcript.add('picture', picture('p3', 'again'));
    const { pictures } = transcript.close('finished', null);
    expect(pictures).toHaveLength(20);
    expect(pictures[3]?.data).toBe('again');
  });

  it('ends at the limit of output', () => {
    const { transcript, heard } = setUp({ maxChars: 5 });
    expect(transcript.add('stdout', 'x'.repeat(10_005))).toBe(true);
    expect(transcript.add('stderr', 'more')).toBe(false);
    expect(heard.map(({ text }) => text.length)).toEqual([10_005]);
  });

  it('tells output of a replay only beyond what was told, with what was typed between', () => {
    const { transcript, heard } = setUp();
    transcript.add('stdout', 'Name? ');
    transcript.typed('Ann');
    transcript.replayed();
    transcript.add('stdout', 'Na');
    transcript.add('stdout', 'me? Hi Ann');
    transcript.add('stderr', '!');
    expect(transcript.close('finished', null).output).toEqual([
      { stream: 'stdout', text: 'Name? ' },
      { stream: 'stdin', text: 'Ann\n' },
      { stream: 'stdout', text: 'Hi Ann' },
      { stream: 'stderr', text: '!' },
    ]);
    expect(heard.map(({ text }) => text)).toEqual(['Name? ', 'Ann\n', 'Hi Ann', '!']);
  });
});
