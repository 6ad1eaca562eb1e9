import { expect, test } from 'vitest';
import { bestLanguage } from '../../../src/packs/best-language.ts';

test.each<[wanted: string[], spoken: string[], best: string | null]>([
  [['de'], ['en', 'de'], 'de'],
  [['de-AT'], ['en', 'de'], 'de'],
  [['pt'], ['en', 'pt-BR'], 'pt-BR'],
  [['pt-PT'], ['pt', 'pt-BR', 'pt-PT'], 'pt-PT'],
  [['PT-br'], ['pt-PT', 'pt-BR'], 'pt-BR'],
  [['zh-Hant-TW'], ['zh-CN', 'zh-Hant'], 'zh-Hant'],
  // The first that is spoken at all, not the nearest of them all.
  [['fr', 'en-GB', 'de'], ['de', 'en'], 'en'],
  [['de'], ['en', 'deu'], null],
  [[], ['en'], null],
])('of somebody who wants %j, a course in %j takes %s', (wanted, spoken, best) => {
  expect(bestLanguage(wanted, spoken)).toBe(best);
});
