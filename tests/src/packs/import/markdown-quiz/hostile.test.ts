import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importLiaScript } from '../../../../../src/packs/import/liascript/import-liascript.ts';
import { importMarkdownQuiz } from '../../../../../src/packs/import/markdown-quiz/import-markdown-quiz.ts';
import { importCsv } from '../../../../../src/packs/import/csv/import-csv.ts';
import type { ImportedFile } from '../../../../../src/packs/import/imported.ts';
import type { Result } from '../../../../../src/core/result.ts';
import type { BadFile } from '../../../../../src/packs/import/bad-file.ts';
import { findingsOf } from '../moodle-xml/taken.ts';

const IMPORTERS: readonly (readonly [string, (text: string) => Result<ImportedFile, BadFile>])[] = [
  ['a Markdown quiz', (text) => importMarkdownQuiz(text, 'x.md')],
  ['LiaScript', (text) => importLiaScript(text, 'x.md', {})],
  ['a table', (text) => importCsv(text, 'x.csv')],
];

const PIECES = [
  ...['# A\n', '### Q1. What?\n', '1. ', '- [ ] ', '- [x] ', 'A) ', 'B) ', '\n', '\n\n', '```', '~~~\n', 'Answer: ', 'B', '**', '`', '---\n', '***\n'],
  ...['<details>', '</details>', '<summary>Answer</summary>', '<!--', '-->', '![a](b.png)', '[[', ']]', '[(X)] ', '[( )] ', '[[?]] ', '[[!]]\n'],
  ...['<script>', '</script>', '{{1}}', '@a(b)', '|', '"', ',', ';', '\t', '=1+1', "'", '\r\n', '\ufeff', '\ud800', '\u202e', 'é', '漢', '## Answers\n', '2. A\n'],
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

it.each(IMPORTERS)('%s of any text is read or refused, and every exercise of it is sound', (_, read) => {
  fc.assert(
    fc.property(texts, (text) => {
      const imported = read(text);
      for (const { exercise, status, reason } of imported.ok ? imported.value.lessons.flatMap(({ items }) => items) : []) {
        expect(exercise === null).toBe(status === 'skipped');
        expect(reason === '').toBe(status === 'imported');
        if (exercise !== null && exercise.prompt.trim() !== '') expect(findingsOf(exercise)).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

const UNITS = [
  ...['![', '[', '[[', '**', '`', '<', '<a href="', '<!-- ', '<details>', '- [ ] a\n', 'A) a\n', '1. a\n', 'Answer: B\n', '### Q1. a?\n', '> ', '\n', ' ', '*', '_'],
  ...['***\n', '[[a]] ', '[[a|(b)]]\n', '[(x)] a\n', '{{1}}', '@a(', '"', '"a",\n', 'a,b\n', '\\', '|', '```\n', '<script>\n', 'Explanation', '1-A ', '(A', '&'],
];

it.each(IMPORTERS)('%s ten times as long takes no more than some thirty times as long', (_, read) => {
  for (const unit of UNITS) {
    const timeOf = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const begun = performance.now();
      read(text);
      return performance.now() - begun;
    };
    const [small, large] = [timeOf(2_000), timeOf(20_000)];
    expect(large, JSON.stringify(unit)).toBeLessThan(Math.max(1_000, small * 30));
  }
}, 120_000);
