import { ok } from '../../../core/result.ts';
import { foldText } from '../../../core/grading/fold-text.ts';
import { isTextAccepted } from '../../../core/grading/text-rules.ts';
import { childOf } from '../xml-tree.ts';
import { all, fractionOf, isSet, isWhole, notTaken, rawText, type Question, type Taken } from './question.ts';
import { sharedParts } from './shared-parts.ts';
import { isUsable, readWildcards } from '../wildcards.ts';

/** An answer that is written, and what it is worth in percent. */
export interface Written {
  readonly text: string;
  readonly fraction: number;
  /** Markdown; empty where there is none. */
  readonly say: string;
}

export interface Rules {
  readonly accept: string[];
  readonly patterns: string[];
  readonly caseSensitive: boolean;
  readonly mistakes: { answer: string; say: string }[];
  /** Markdown, said to a right answer; empty where there is none. */
  readonly praise: string;
}

export function shortAnswer(question: Question): Taken {
  const answers = all(question.element, 'answer').map((answer) => ({
    text: rawText(answer).trim(),
    fraction: fractionOf(answer) ?? 0,
    say: question.markdown(childOf(answer, 'feedback')),
  }));
  const rules = rulesOf(answers, isSet(question.element, 'usecase'), question.lose);
  if (typeof rules === 'string') return notTaken(rules);
  const { praise, ...parts } = rules;
  return ok({ type: 'SHORT_TEXT', ...explained(sharedParts(question), praise), ...parts });
}

/** What accepts an answer, or the reason why nothing does. `lose` is told what the rules cannot say. */
export function rulesOf(answers: readonly Written[], caseSensitive: boolean, lose: (what: string) => void): Rules | string {
  const read = answers.filter(({ text }) => text !== '').map((answer) => ({ ...answer, ...readWildcards(answer.text) }));
  const best = read.reduce((most, { fraction }) => Math.max(most, fraction), 0);
  if (best <= 0) return 'no answer is marked as right';
  if (!isWhole(best)) lose('its best answer is worth less than the whole mark, and counts as right here');
  const right = read.filter(({ fraction }) => fraction === best || isWhole(fraction));
  const fitting = right.filter(({ pattern }) => pattern === null || isUsable(pattern, caseSensitive));
  if (fitting.length < right.length) lose('an answer too long for a pattern');
  // Where all have wildcards, one of them has to be shown as the solution: it without.
  const plain = fitting.filter(({ pattern }) => pattern === null);
  const shown = plain.length > 0 ? plain : fitting;
  const accept = uniqueBy(shown.map(({ text }) => text).filter((text) => text !== ''), (text) => text);
  if (accept.length === 0) return 'any answer is right';
  const patterns = [...new Set(fitting.flatMap(({ pattern }) => pattern ?? []))];
  const rules = { accepted: accept, patterns, caseSensitive };
  const rest = read.filter((answer) => !right.includes(answer));
  if (rest.some(({ fraction }) => fraction > 0)) lose('an answer that is worth part of the mark counts as wrong');
  if (rest.some(({ pattern, say }) => pattern !== null && say !== '')) lose('what is said to answers of a certain kind');
  const mistakes = rest
    .filter(({ pattern, say, text }) => pattern === null && say !== '' && !isTextAccepted(rules, text))
    .map(({ text, say }) => ({ answer: text, say }));
  const praise = praiseOf(right, lose);
  return { praise, accept, patterns, caseSensitive, mistakes: uniqueBy(mistakes, ({ answer }) => foldText(answer, caseSensitive)) };
}

/** What is said to a right answer; to one of several it can be said no more. */
export function praiseOf(right: readonly { readonly say: string }[], lose: (what: string) => void): string {
  const said = [...new Set(right.map(({ say }) => say).filter((say) => say !== ''))];
  if (said.length > 1) lose('what is said to one right answer and not to another');
  return said[0] ?? '';
}

/** With more words to show after success. */
export function explained<P extends { explanation?: string | undefined }>(parts: P, praise: string): P {
  const words = [praise, parts.explanation ?? ''].filter((text) => text !== '').join('\n\n');
  return words === '' ? parts : { ...parts, explanation: words };
}

/** The first of each. */
export function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}
