import { describe, expect, it } from 'vitest';
import { damageWords, excerpt } from '../../../../src/features/restore-backup/words.ts';

describe('what is said of a damaged file', () => {
  it('names what is missing in words', () => {
    const lost = [
      { table: 'exerciseAttempts', rows: 3, of: 10 },
      { table: 'users', rows: 1, of: 2 },
      { table: 'lessons', rows: 2, of: 9 },
    ];
    expect(damageWords({ lost, isCut: true, isSure: true })).toBe(
      'Everything that can still be read comes back. Missing: 3 answers, the name of 1 person, 2 parts of courses.',
    );
  });

  it('says so where nothing is missing, and where nobody can tell', () => {
    expect(damageWords({ lost: [], isCut: false, isSure: true })).toMatch(/every entry is as it was written/);
    expect(damageWords({ lost: [], isCut: true, isSure: false })).toMatch(/how much is missing cannot be told/);
  });
});

describe('an excerpt', () => {
  it('begins one line before the first that differs', () => {
    expect(excerpt('a\nb\nc\nmine', 'a\nb\nc\ntheirs')).toBe('…\nc\nmine');
    expect(excerpt('mine\nb', 'theirs\nb')).toBe('mine\nb');
    expect(excerpt('a', 'a\nmore')).toBe('a');
  });

  it('is no longer than can be taken in', () => {
    expect(excerpt('x'.repeat(2_000), '').length).toBeLessThan(410);
  });
});
