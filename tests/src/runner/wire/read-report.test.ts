import { describe, expect, it } from 'vitest';
import { readReport, readTestRun } from '../../../../src/runner/wire/read-report.ts';

const noError = (): null => null;
const heard = { stdout: 'heard', readError: noError, speaksForItself: false };

describe('the end of a job, as its worker tells it', () => {
  it('is read with its time', () => {
    expect(readReport('{"outcome":"finished","error":null,"activeMs":12.5}', noError)).toEqual({ outcome: 'finished', error: null, activeMs: 12.5 });
  });

  it('is no end when the worker says what the page alone may say, or nonsense', () => {
    for (const text of ['', '{', '[]', 'null', '{"outcome":"passed"}', '{"outcome":"timed-out"}', '{"outcome":"stopped"}']) {
      expect(readReport(text, noError)).toBeNull();
    }
  });

  it('believes no strange time', () => {
    for (const ms of ['-1', '1e999', '"5"']) expect(readReport(`{"outcome":"error","activeMs":${ms}}`, noError)?.activeMs).toBe(0);
  });
});

describe('the end of a test', () => {
  it('is its value and the output that was heard meanwhile', () => {
    const text = '{"id":"a","outcome":"finished","value":{"kind":"none"},"stdout":"forged"}';
    expect(readTestRun(text, heard)).toEqual({ id: 'a', outcome: 'finished', value: { kind: 'none' }, stdout: 'heard', error: null, said: null });
  });

  it('has no value when what came is none', () => {
    expect(readTestRun('{"id":"a","outcome":"finished","value":{"kind":"passed"}}', heard)?.value).toBeNull();
    expect(readTestRun('{"id":1,"outcome":"finished"}', heard)).toBeNull();
  });

  it('speaks for itself only where it may, and in short words', () => {
    const said = { name: 'A.b', status: 'passed', message: 'm'.repeat(9_999), called: 5, expected: '1', got: null };
    const text = JSON.stringify({ id: 'a', outcome: 'finished', said });
    expect(readTestRun(text, heard)?.said).toBeNull();
    expect(readTestRun(text, { ...heard, speaksForItself: true })?.said).toEqual({
      name: 'A.b', status: 'passed', message: 'm'.repeat(4_000), called: null, expected: '1', got: null,
    });
    const unknown = JSON.stringify({ id: 'a', outcome: 'finished', said: { ...said, status: 'PASSED' } });
    expect(readTestRun(unknown, { ...heard, speaksForItself: true })?.said).toBeNull();
  });

  it('is none when it is longer than any honest one', () => {
    expect(readTestRun(`{"id":"a","outcome":"finished","x":"${'x'.repeat(4_000_000)}"}`, heard)).toBeNull();
  });
});
