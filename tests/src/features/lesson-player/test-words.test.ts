import { describe, expect, it } from 'vitest';
import type { TestResult } from '../../../../db/models/exercise-attempt.ts';
import { asLines, calledKind, differing, isOnlySpace, ownMessage, rulePlaces, testTitle } from '../../../../src/features/lesson-player/test-words.ts';
import { t } from '../../../../src/i18n/text.ts';

const result = (patch: Partial<TestResult>): TestResult => ({
  ...{ id: 'a', name: 'two cups', isVisible: true, passed: false },
  ...{ called: null, expected: null, got: null, message: null },
  ...patch,
});

describe('the title of a check', () => {
  it.each([
    ['two cups at 2 each', 'two cups at 2 each'],
    ['BillTest.test_two_cups', 'two cups'],
    ['test_empty[0-1]', 'empty[0-1]'],
    ['BillTest.testNoCups', 'no cups'],
    ['bill › gives nothing for nothing', 'bill › gives nothing for nothing'],
  ])('%s is told as "%s"', (name, title) => {
    expect(testTitle(result({ name }))).toBe(title);
  });

  it('gives nothing of a hidden one away', () => {
    expect(testTitle(result({ name: 'negative numbers', isVisible: false }))).toBe(t('player.hiddenCheck', { count: 1 }));
    expect(testTitle(result({ name: 'negative numbers', isVisible: false }), 3)).toBe('3 hidden checks');
  });

  it('is looked at where nothing is called', () => {
    expect(['average', 'bill(3, 2)', 'cups + 1', 'shelf.size()'].map(calledKind)).toEqual(['value', 'call', 'value', 'call']);
  });

  it('speaks of a rule by what it is about', () => {
    expect(testTitle(result({ id: 'constructs/forbidden/call:sum', name: 'call:sum' }))).toContain('sum()');
    expect(rulePlaces('bill.py:3, a b.py:12')).toEqual([{ file: 'bill.py', line: 3 }, { file: 'a b.py', line: 12 }]);
    expect(rulePlaces(null)).toEqual([]);
  });
});

describe('what was expected and got', () => {
  it('is laid side by side when it has several lines, literals of text too', () => {
    expect(asLines(result({ expected: 'a\nb\n', got: 'a\n' }), 'python')).toEqual({ expected: 'a\nb\n', got: 'a\n' });
    expect(asLines(result({ expected: String.raw`'a\nb'`, got: String.raw`'a\nc'` }), 'python')).toEqual({ expected: 'a\nb', got: 'a\nc' });
    expect(asLines(result({ expected: '6', got: '5' }), 'python')).toBeNull();
    expect(asLines(result({ expected: 'a\nb', got: '' }), 'python')).toBeNull();
  });

  it('shows where two texts that are much alike part', () => {
    expect(differing('Good morning, Ada!', 'Good mornin Ada!')).toEqual({
      expected: { before: 'Good mornin', differs: 'g,', after: ' Ada!' },
      got: { before: 'Good mornin', differs: '', after: ' Ada!' },
    });
    expect(differing('135', '150')).toBeNull();
    expect(differing('same text', 'same text')).toBeNull();
    expect(differing('aaaaaaa', 'aaaaaaaa')?.got.differs).toBe('a');
  });

  it('says when only white space differs', () => {
    expect(isOnlySpace('a b', 'a  b')).toBe(true);
    expect(isOnlySpace('a b', 'a b')).toBe(false);
    expect(isOnlySpace('ab', 'abc')).toBe(false);
  });

  it('is not told twice: of a framework’s words only what is new stays', () => {
    const compared = { expected: '15', got: 'None' };
    expect(ownMessage(result({ ...compared, message: 'None != 15' }), null)).toBeNull();
    expect(ownMessage(result({ ...compared, message: 'None != 15 : a baguette' }), null)).toBe('a baguette');
    expect(ownMessage(result({ message: 'ValueError: no' }), 'ValueError: no')).toBeNull();
    expect(ownMessage(result({ message: 'ValueError: no' }), null)).toBe('ValueError: no');
  });
});
