import { expect, it } from 'vitest';
import { languageWords } from '../../../src/ui/language-words.ts';

it('names languages, and leaves a tag that only looks like one as it is', () => {
  expect(languageWords(['en', 'de'])).toBe('English, German');
  expect(languageWords(['en-ab-cd'])).toBe('en-ab-cd');
});
