import { describe, expect, it } from 'vitest';
import { isWanted, readRunTrackArgs } from '../../../../src/cli/track/run-track-args.ts';

const messageOf = (...args: string[]): string => {
  const read = readRunTrackArgs(args);
  return read.ok ? 'read' : read.error.message;
};

describe('the arguments of run-track', () => {
  it('are a folder and a language; every core works unless told', () => {
    expect(readRunTrackArgs(['tracks/python', '--language', 'python'])).toEqual({
      ok: true,
      value: { folder: 'tracks/python', language: 'python', json: null, only: [], isTrusted: false, jobs: expect.any(Number) as number },
    });
  });

  it('may name a report, some exercises, trust and a number of jobs', () => {
    const read = readRunTrackArgs(['t', '--language=typescript', '--json', 'out.json', '--only', 'a, b*', '--only=c', '--trusted', '--jobs', '3']);
    expect(read).toMatchObject({ value: { language: 'typescript', json: 'out.json', only: ['a', 'b*', 'c'], isTrusted: true, jobs: 3 } });
  });

  it('are refused with what to write instead', () => {
    expect(messageOf('--language', 'python')).toContain("Name a track's folder");
    expect(messageOf('t')).toContain('Add --language python|javascript|typescript');
    expect(messageOf('t', '--language', 'javascrpt')).toContain('Did you mean javascript?');
    expect(messageOf('t', '--language', 'cobol')).toContain('Choose python, javascript, typescript.');
    expect(messageOf('t', '--lang', 'python')).toContain('there is no option --lang.');
    expect(messageOf('t', '--langauge=python')).toContain('Did you mean --language?');
    expect(messageOf('t', 'u', '--language', 'python')).toContain('one folder at a time');
    expect(messageOf('t', '--language', 'python', '--jobs', 'many')).toContain('--jobs many is no number of jobs');
    expect(messageOf('t', '--language', 'python', '--json')).toContain('--help tells how to write it');
  });
});

describe('--only', () => {
  it.each([
    ['two-fer', [], true],
    ['two-fer', ['two-fer'], true],
    ['two-fer', ['two'], false],
    ['two-fer', ['hello', 'two-*'], true],
    ['two-fer', ['*fer'], true],
    ['twoXfer', ['two.fer'], false],
    ['practice/two-fer', ['two-fer'], true],
  ])('of %s by %j is %s', (id, only, isIn) => {
    expect(isWanted(id, only)).toBe(isIn);
  });
});
