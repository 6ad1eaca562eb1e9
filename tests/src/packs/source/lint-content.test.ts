import { expect, it } from 'vitest';
import { imagesIn } from '../../../../src/packs/source/lint-content.ts';

const told = (markdown: string): unknown[] => imagesIn(markdown).map(({ text, path, alt }) => [text, path, alt]);

it.each([
  ['![a cup](cup.svg)', [['![a cup](cup.svg)', 'cup.svg', 'a cup']]],
  ['![a](<cup.svg> "A [title]")', [['![a](<cup.svg> "A [title]")', 'cup.svg', 'a']]],
  ['![a](x.svg)![b](y.svg)', [['![a](x.svg)', 'x.svg', 'a'], ['![b](y.svg)', 'y.svg', 'b']]],
  ['[a link](x) ![b](y.svg)', [['![b](y.svg)', 'y.svg', 'b']]],
  ['[![b](y.svg)](x)', [['![b](y.svg)', 'y.svg', 'b']]],
  ['![a][ref]', [['![a][ref]', null, 'a']]],
  ['![a](two words)', [['![a](two words)', null, 'a']]],
  ['![a](never closed', [['![a](never closed', null, 'a']]],
  ['so <IMG src="x"> it', [['<IMG src="x">', null, '']]],
  ['![a] [b](c) !(d)', []],
  ['![a cut, stops[1:3], and [2]](cut.svg)', [['![a cut, stops[1:3], and [2]](cut.svg)', 'cut.svg', 'a cut, stops[1:3], and [2]']]],
  ['![a \\] b](x.svg)', [['![a \\] b](x.svg)', 'x.svg', 'a \\] b']]],
  ['![a [b](c)', []],
  ['`![a](x.svg)`', []],
])('finds in %j the images %j', (markdown, images) => {
  expect(told(markdown)).toEqual(images);
});

it.each(['![', '![a](', '![a](b "', '![a](b ', '![a][', '![a]', ']', '](', '<img', '`', '![a]('.concat(' '.repeat(50))])('reads a long line of %j once', (piece) => {
  const began = performance.now();
  imagesIn(piece.repeat(Math.floor(1_000_000 / piece.length)));
  // What reads to the end again and again takes minutes.
  expect(performance.now() - began).toBeLessThan(5_000);
});
