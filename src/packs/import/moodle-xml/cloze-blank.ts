import { oneLine, type Blank } from './blanks.ts';
import type { SubQuestion } from './cloze-syntax.ts';
import { numberPattern } from '../number-pattern.ts';
import { readNumber } from './numerical.ts';
import { isWhole } from './question.ts';
import { rulesOf } from './short-answer.ts';

/** What is to be written or chosen in its place, or why it cannot be asked. `lose` is told what the blank cannot say. */
export function blankOf(sub: SubQuestion, isHtml: boolean, lose: (what: string) => void): Omit<Blank, 'id'> | string {
  const answers = sub.answers.map((answer) => ({ text: oneLine(answer.text, isHtml), fraction: answer.fraction, say: '' }));
  switch (sub.kind) {
    case 'choices':
      return 'several options are to be chosen';
    case 'number':
      return numberBlank(sub, lose);
    case 'short':
    case 'short-case': {
      const rules = rulesOf(answers, sub.kind === 'short-case', lose);
      if (typeof rules === 'string') return rules;
      const { accept, patterns, caseSensitive } = rules;
      return { accept, patterns, caseSensitive };
    }
    case 'choice': {
      const best = Math.max(0, ...answers.map(({ fraction }) => fraction));
      if (best === 0) return 'no option is marked as right';
      if (answers.some(({ fraction }) => fraction > 0 && fraction < best)) lose('an option that is worth part of the mark counts as wrong');
      if (!isWhole(best)) lose('its best option is worth less than the whole mark, and counts as right here');
      const accept = [...new Set(answers.filter(({ fraction }) => fraction === best).map(({ text }) => text))].filter((text) => text !== '');
      const choices = [...new Set(answers.map(({ text }) => text))].filter((text) => text !== '');
      if (accept.length === 0) return 'the right option has no words';
      return choices.length < 2 ? { accept } : { accept, choices };
    }
  }
}

function numberBlank(sub: SubQuestion, lose: (what: string) => void): Omit<Blank, 'id'> | string {
  const numbers = numbersOf(sub);
  const best = Math.max(0, ...numbers.map(({ fraction }) => fraction));
  if (best === 0) return 'no number is marked as right';
  if (numbers.some(({ fraction }) => fraction > 0 && fraction < best)) lose('a number that is worth part of the mark counts as wrong');
  const right = numbers.filter(({ fraction }) => fraction === best);
  const patterns = right.map(({ value, absolute }) => numberPattern(value - absolute, value + absolute));
  if (patterns.some((pattern) => pattern === null)) return 'the range of right numbers is too wide';
  return { accept: [...new Set(right.map(({ value }) => String(value)))], patterns: patterns.filter((pattern) => pattern !== null) };
}

export function numbersOf(sub: SubQuestion) {
  return sub.answers.flatMap(({ text, fraction, feedback }) => {
    const [number = '', tolerance = '0'] = text.split(':');
    const value = readNumber(number);
    const absolute = Math.abs(readNumber(tolerance) ?? 0);
    return value === null ? [] : [{ value, absolute, relative: 0, fraction, say: feedback }];
  });
}
