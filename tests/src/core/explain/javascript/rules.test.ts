import { expect, it } from 'vitest';
import { JAVASCRIPT_RULES } from '../../../../../src/core/explain/javascript/rules.ts';
import words from '../../../../../src/i18n/en/explain-javascript.json';
import { plainWords } from '../../../../../src/i18n/explain-words.ts';
import { loadExplainWords } from '../../../../../src/i18n/load-explain-words.ts';
import { explained, readMistakes } from './programs.ts';

const ids = JAVASCRIPT_RULES.map(({ id }) => id);
const mistakes = readMistakes();

it('each rule has an id of its own', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it('each rule has words, and no words are without a rule', () => {
  const wanted = ids.flatMap((id) => [`explain.${id}.means`, `explain.${id}.try`]);
  expect(Object.keys(words).sort()).toEqual(wanted.sort());
});

it('each rule has a program that makes its mistake', () => {
  const shown = new Set(mistakes.map(({ rule }) => rule));
  expect(ids.filter((id) => !shown.has(id))).toEqual([]);
});

// That the engine tells these errors is proved in a real browser: tests/e2e/runner/explain-javascript.test.ts.
it('each error is explained by its rule, at its line', () => {
  const wrong = mistakes.flatMap(({ rule, line, program, error }) => {
    const found = explained(error, program);
    const isRight = found?.rule === rule && (found.place?.line ?? null) === line;
    return isRight ? [] : [{ wanted: [rule, line], found, error: error.message, files: program.files }];
  });
  expect(wrong).toEqual([]);
});

it('whatever a rule found out fills its words', async () => {
  const say = await loadExplainWords('javascript');
  const wrong = mistakes.flatMap(({ rule, program, error }) => {
    const { means, try: steps } = say(rule, explained(error, program)?.params ?? {});
    const all = [...means, ...steps];
    // An empty place leaves code without a text behind, and ticks that belong to nothing.
    const isWhole = means.length > 0 && steps.length > 0 && !/``|\bexplain\.|undefined\(/.test(plainWords(all)) && all.every(({ text, isCode }) => !isCode || text.trim() !== '');
    return isWhole ? [] : [{ rule, means: plainWords(means), steps: plainWords(steps) }];
  });
  expect(wrong).toEqual([]);
});

it('a program without any text is no trouble', () => {
  const error = { type: 'SyntaxError', message: 'Unexpected token', line: null, frames: [] };
  expect(explained(error, { language: 'javascript', files: {}, entry: 'main.js' })?.rule).toBe('javascript-unexpected-word');
});
