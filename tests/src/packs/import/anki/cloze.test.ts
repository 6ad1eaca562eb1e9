import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCloze, renderCloze, shownCloze } from '../../../../../src/packs/import/anki/cloze.ts';

const hide = ({ hint }: { readonly hint: string | null }): string => `<${hint ?? ''}>`;

test('a cloze is left out on its own card only, its hint in its place', () => {
  const parts = parseCloze('a {{c1::b}} c {{c2::d::hint}} e');
  expect(renderCloze(parts, 1, hide)).toBe('a <> c d e');
  expect(renderCloze(parts, 2, hide)).toBe('a b c <hint> e');
  expect(shownCloze(parts)).toBe('a b c d e');
});

test('one may stand in another, and belong to several cards', () => {
  const parts = parseCloze('{{c1::a {{c2,3::b}} c::x}}');
  expect([1, 2, 3, 4].map((number) => renderCloze(parts, number, hide))).toEqual(['<x>', 'a <> c', 'a <> c', 'a b c']);
});

test('what is not closed, or closes nothing, is text', () => {
  for (const text of ['{{c1::a', 'a}} b', '{{c::a}}', '{{cx::a}}', '{{c1:a}}', '']) expect(shownCloze(parseCloze(text))).toBe(text);
  expect(shownCloze(parseCloze('{{c1::a {{c2::b}}'))).toBe('{{c1::a b');
});

test('nothing but the marks and the hints goes, whatever is left open', () => {
  const piece = fc.constantFrom('{{c1::', '{{c2::', '}}', 'word', ' ', '{', '}');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.join('');
      const words = (text: string): number => text.split('word').length;
      expect(words(shownCloze(parseCloze(html)))).toBe(words(html));
      if (!html.includes('{{c')) expect(shownCloze(parseCloze(html))).toBe(html);
    }),
  );
});
