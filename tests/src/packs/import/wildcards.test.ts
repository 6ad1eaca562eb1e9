import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTextAccepted } from '../../../../src/core/grading/text-rules.ts';
import { literal, patternToWildcards, readWildcards, textToWildcards } from '../../../../src/packs/import/wildcards.ts';

const accepts = (written: string, text: string): boolean => {
  const { text: plain, pattern } = readWildcards(written);
  return isTextAccepted({ accepted: pattern === null ? [plain] : [], patterns: pattern === null ? [] : [pattern], caseSensitive: false }, text);
};

it('a star stands for any characters, none among them, an escaped one for itself', () => {
  expect(['cat', 'the cat sat', 'dog'].map((text) => accepts('*cat*', text))).toEqual([true, true, false]);
  expect(['2*3', '2 * 3', '23'].map((text) => accepts(String.raw`2\*3`, text))).toEqual([true, false, false]);
  expect(['a  b c', 'ab c'].map((text) => accepts('a b*', text))).toEqual([true, false]);
  expect(readWildcards('a**.b')).toEqual({ text: 'a.b', pattern: String.raw`a.*\.b` });
});

const words = fc.string({ unit: fc.constantFrom('a', ' ', '*', '\\', '.', '(', '[', '+', 'é', '/') });

it('a text that is meant as it stands is written so, or not at all', () => {
  fc.assert(
    fc.property(words, (text) => {
      const written = textToWildcards(text);
      if (written !== null) expect(readWildcards(written)).toEqual({ text, pattern: null });
      if (!/\\\*|\\$|^\s|\s$|\s\s/.test(text)) expect(written).toBe(literal(text));
    }),
  );
});

it('a pattern made of wildcards goes back to wildcards that make it', () => {
  fc.assert(
    fc.property(words, (written) => {
      const { pattern } = readWildcards(written);
      const back = pattern === null ? null : patternToWildcards(pattern);
      if (back !== null) expect(readWildcards(back).pattern).toBe(pattern);
    }),
  );
  expect(patternToWildcards('[ab]+')).toBeNull();
  expect(patternToWildcards(String.raw`a\s+b.*`)).toBe('a b*');
});
