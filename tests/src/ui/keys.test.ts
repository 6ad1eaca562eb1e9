import { expect, it } from 'vitest';
import { t } from '../../../src/i18n/text.ts';
import { PLAYER_KEYS } from '../../../src/ui/key-tables.ts';

it('tells that digits choose an answer, and that they can be switched off', () => {
  const digits = PLAYER_KEYS.find(({ keys }) => keys.includes('1–9'));
  expect(digits?.isSingle).toBe(true);
  expect(t(digits?.what ?? 'common.keys')).toBe('Choose an answer by its number');
});

it('gives every key of a lesson one row', () => {
  const shown = PLAYER_KEYS.map(({ keys }) => keys.join('+'));
  expect(new Set(shown).size).toBe(shown.length);
});
