import { expect, it } from 'vitest';
import { explain } from '../../../../src/core/explain/explain.ts';
import { both, says, stands, type Rule } from '../../../../src/core/explain/rule.ts';
import { seeError } from '../../../../src/core/explain/seen-error.ts';
import { plainWords, sayRules } from '../../../../src/i18n/explain-words.ts';
import { loadExplainWords } from '../../../../src/i18n/load-explain-words.ts';
import { rulesFor } from '../../../../src/core/explain/rules-for.ts';

const program = { language: 'python', entry: 'main.py', files: { 'main.py': 'import shop\nshop.sell(aple)\n', 'shop.py': 'x = 1\n' } } as const;
const error = {
  type: 'NameError',
  message: "name 'aple' is not defined",
  line: 2,
  frames: [
    { file: 'main.py', line: 2, name: '<module>' },
    { file: 'lib.py', line: 9, name: 'sell' },
  ],
};
const rule = (id: string, more: Partial<Rule> = {}): Rule => ({ id, types: ['NameError'], match: says(/name '(?<name>\w+)'/), ...more });

it('an error is placed at the innermost line of the learner’s own', () => {
  expect(seeError(error, program)).toMatchObject({ place: { file: 'main.py', line: 2 }, source: 'shop.sell(aple)' });
});

it('an error with a line and no frame is placed in the file that was run', () => {
  expect(seeError({ ...error, line: 1, frames: [] }, program)).toMatchObject({ place: { file: 'main.py', line: 1 }, source: 'import shop' });
});

it('an error without any line has no place', () => {
  expect(seeError({ ...error, line: null, frames: [] }, program)).toMatchObject({ place: null, source: '' });
});

it('is told by the first rule of its type that knows it', () => {
  const rules = [rule('of-another-type', { types: ['TypeError'] }), rule('no', { match: () => null }), rule('yes', { types: null }), rule('late')];
  expect(explain(seeError(error, program), rules)).toEqual({ rule: 'yes', params: { name: 'aple' }, place: { file: 'main.py', line: 2 } });
});

it('is told by nobody when no rule knows it', () => {
  expect(explain(seeError(error, program), [rule('no', { match: says(/nothing of it/) })])).toBeNull();
});

it('may lie at another line than where it came up', () => {
  const place = { file: 'shop.py', line: 1 };
  expect(explain(seeError(error, program), [rule('far', { place: () => place })])?.place).toBe(place);
});

it('the message and the line can be asked together', () => {
  const match = both(says(/name '(?<name>\w+)'/), stands(/(?<call>\w+)\(/));
  expect(match(seeError(error, program))).toEqual({ name: 'aple', call: 'sell' });
  expect(both(match, stands(/=/))(seeError(error, program))).toBeNull();
});

it('a long value is cut', () => {
  const long = explain(seeError(error, program), [rule('long', { match: () => ({ name: 'x'.repeat(500) }) })]);
  expect(String(long?.params.name)).toHaveLength(80);
});

it('code stands apart in the words, whatever backticks the learner wrote', () => {
  const say = sayRules({ 'explain.r.means': ['`', ['what'], '` is nothing.'], 'explain.r.try': 'Look.' }, 'en');
  const words = say('r', { what: 'a`b`' });
  expect(words.means).toEqual([{ text: 'a`b`', isCode: true }, { text: ' is nothing.', isCode: false }]);
  expect(plainWords(words.means)).toBe('`a`b`` is nothing.');
});

it('each language has rules, and words for them', async () => {
  for (const language of ['python', 'javascript', 'typescript'] as const) {
    const say = await loadExplainWords(language);
    const [first] = await rulesFor(language);
    expect(say(first?.id ?? '', { name: 'aple', meant: 'apple' }).try.length).toBeGreaterThan(0);
  }
});
