import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { valueOf, type Values } from './formula.ts';
import { multichoice } from './choice-questions.ts';
import { numericOf, readNumber } from './numerical.ts';
import { fractionOf, notTaken, plain, rawText, type Question, type Taken } from './question.ts';

/** A question whose numbers differ from learner to learner: it is asked with the first of its sets of numbers. */
export function calculated(question: Question, kind: 'numerical' | 'multichoice'): Taken {
  const values = firstValues(question.element);
  if (values === null) return notTaken('the file gives no numbers for it');
  question.lose('its numbers, always the first of those it may have');
  const filled = { ...question, element: withNumbers(question.element, values) };
  if (kind === 'multichoice') return multichoice(filled);
  const answers = [];
  for (const answer of childrenOf(question.element, 'answer')) {
    const value = valueOf(rawText(answer), values);
    if (value === null) return notTaken(`its formula cannot be reckoned here: ${rawText(answer).trim()}`);
    answers.push({ ...tolerancesOf(answer, value), fraction: fractionOf(answer) ?? 0, say: question.markdown(childOf(answer, 'feedback')) });
  }
  return numericOf(filled, answers, []);
}

/** Relative by default; what the answer is rounded to is how far off it may be at least. */
function tolerancesOf(answer: XmlElement, exact: number) {
  const given = Math.abs(readNumber(plain(answer, 'tolerance')) ?? 0);
  const type = plain(answer, 'tolerancetype');
  const length = Number(plain(answer, 'correctanswerlength'));
  const isSignificant = plain(answer, 'correctanswerformat') === '2';
  const value = isSignificant && length > 0 ? Number(exact.toPrecision(Math.min(length, 100))) : Number(exact.toFixed(Math.min(Math.max(length || 0, 0), 100)));
  const [absolute, relative] = type === '2' ? [given, 0] : [0, given];
  return { value: exact, absolute: Math.max(absolute, Math.abs(value - exact)), relative };
}

/** Name → number of the first item of each set; null where one has none. */
function firstValues(element: XmlElement): Values | null {
  const list = childOf(element, 'dataset_definitions');
  const values = new Map<string, number>();
  for (const definition of list === null ? [] : childrenOf(list, 'dataset_definition')) {
    const items = childOf(definition, 'dataset_items');
    const first = (items === null ? [] : childrenOf(items, 'dataset_item')).find((item) => plain(item, 'number') === '1');
    const value = first === undefined ? null : readNumber(plain(first, 'value'));
    if (value === null) return null;
    values.set(plain(definition, 'name'), value);
  }
  return values.size === 0 ? null : values;
}

/** `{a}` and `{={a}*2}` in all its words, as numbers. */
function withNumbers(element: XmlElement, values: Values): XmlElement {
  const fill = (text: string): string =>
    text
      .replace(/\{=((?:[^{}]|\{[^{}]*\}){1,500})\}/g, (whole, formula: string) => shownNumber(valueOf(formula, values)) ?? whole)
      .replace(/\{([^{}=]{1,100})\}/g, (whole, name: string) => shownNumber(values.get(name) ?? null) ?? whole);
  return { ...element, children: element.children.map((child) => (typeof child === 'string' ? fill(child) : withNumbers(child, values))) };
}

const shownNumber = (value: number | null): string | null => (value === null ? null : String(Number(value.toPrecision(12))));

