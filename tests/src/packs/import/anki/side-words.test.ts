import { expect, test } from 'vitest';
import type { Media } from '../../../../../src/packs/import/anki/media.ts';
import { sideWords } from '../../../../../src/packs/import/anki/side-words.ts';

const MEDIA: Media = { pathOf: (source) => (source === 'a.png' ? 'a.png' : null), bytesOf: () => Uint8Array.of(1) };

test('text shows as it stands, whatever Markdown would make of it', () => {
  expect(sideWords('2 * 3 * 4', MEDIA)).toEqual({ markdown: String.raw`2 \* 3 \* 4`, pictures: [], lost: [] });
});

test('pictures, sounds and formulas are each told', () => {
  expect(sideWords('<img src="a.png" alt="cup"> [sound:x.mp3]', MEDIA)).toEqual({ markdown: '![cup](a.png)', pictures: ['a.png'], lost: ['a sound'] });
  expect(sideWords('<img src="https://example.org/x.png">x', MEDIA)).toMatchObject({ markdown: 'x', lost: ['a picture from the web'] });
  expect(sideWords('[latex]x^2[/latex] and [$]y[/$]', MEDIA)).toMatchObject({ markdown: 'x^2 and y', lost: [expect.stringContaining('formulas')] });
});
