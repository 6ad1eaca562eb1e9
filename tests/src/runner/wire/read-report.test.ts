import { describe, expect, it } from 'vitest';
import { readReport, readTestRun } from '../../../../src/runner/wire/read-report.ts';

const noError = (): null => null;

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
    expect(readTestRun(text, 'heard', noError)).toEqual({ id: 'a', outcome: 'finished', value: { kind: 'none' }, stdout: 'heard', error: null });
  });

  it('has no value when what came is none', () => {
    expect(readTestRun('{"id":"a","outcome":"finished","value":{"kind":"passed"}}', '', noError)?.value).toBeNull();
    expect(readTestRun('{"id":1,"outcome":"finished"}', '', noError)).toBeNull();
  });
});
