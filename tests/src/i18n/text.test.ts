import { describe, expect, it } from 'vitest';
import { t } from '../../../src/i18n/text.ts';

describe('t', () => {
  it('gives the words of a compiled message', () => {
    expect(t('common.home')).toBe('Home');
  });

  it('fills places, counts and chooses', () => {
    expect(t('home.whereLine', { index: 4, total: 9, line: 2 })).toBe('Exercise 4 of 9, in the middle of line 2.');
    expect(t('common.lessons', { count: 1 })).toBe('1 lesson');
    expect(t('common.lessons', { count: 24 })).toBe('24 lessons');
    expect(t('common.level', { level: 'BEGINNER' })).toBe('Beginner');
  });

  it('leaves a name as it is, markup and all', () => {
    expect(t('settings.renamed', { name: '<b>{x}</b>' })).toBe('From now on: <b>{x}</b>.');
  });
});
