import { foldText } from '../../../core/grading/fold-text.ts';
import { isTextAccepted } from '../../../core/grading/text-rules.ts';
import { ok } from '../../../core/result.ts';
import { answersOf, type GiftAnswer } from './answers.ts';
import { baseOf, quoted, selfJudged, unreadable, type Question, type Reading } from './reading.ts';
import { unescaped } from './span.ts';
import { isUsable, readWildcards, type Wildcards } from '../wildcards.ts';
import { marked, markdownOf } from './words.ts';

/** Case never matters. Of several answers that fit, Moodle takes the first. */
export function readShortAnswer(question: Question): Reading {
  const answers = answersOf(question.answers).map((answer) => ({ ...answer, text: wordsOf(answer, question), weight: answer.weight ?? 100 }));
  const written = answers.filter(({ text }) => text !== '');
  const right = written.filter(({ weight }) => weight >= 100);
  if (right.length === 0) return unreadable('expected an answer that is wholly right (`=`)');

  const wildcards = right.map(({ text }) => readWildcards(text));
  const sample = right.map(({ text }) => quoted(text)).join(', ');
  if (wildcards.some(({ text }) => text === '')) return ok(selfJudged(question, '', 'any answer was right there: judged by the learner here'));
  const patterns = [...new Set(wildcards.flatMap(({ pattern }) => (pattern === null ? [] : [pattern])))];
  if (!patterns.every((pattern) => isUsable(pattern, false))) return ok(selfJudged(question, sample, 'an answer with `*` is too long to be compared: judged by the learner'));
  const accept = distinct(shownOf(wildcards));
  const rules = { accepted: accept, patterns, caseSensitive: false };

  const isBefore = written.some(({ weight, text }, i) => {
    const isOverruled = written.slice(i).some((later) => later.weight >= 100 && readWildcards(later.text).pattern !== null);
    const { text: plain, pattern } = readWildcards(text);
    return weight < 100 && isOverruled && (pattern !== null || isTextAccepted({ ...rules, accepted: [] }, plain));
  });
  if (isBefore) return ok(selfJudged(question, sample, 'some answers that fit a `*` were wrong there: judged by the learner'));

  const mistakes = mistakesOf(written.filter(({ weight }) => weight < 100), question);
  return ok({
    type: 'SHORT_TEXT',
    ...baseOf(question),
    accept,
    ...(patterns.length === 0 ? {} : { patterns }),
    mistakes: mistakes.filter(({ answer }) => !isTextAccepted(rules, answer)),
  });
}

/** A format mark says nothing here: short answers are plain text. */
const wordsOf = ({ words }: GiftAnswer, { format }: Question): string => unescaped(marked(words, format).rest);

/** Answers without `*`; and one that fits, for each with `*` that none of them fits. */
function shownOf(wildcards: readonly Wildcards[]): string[] {
  const whole = wildcards.filter(({ pattern }) => pattern === null).map(({ text }) => text);
  const others = wildcards.filter(({ pattern }) => {
    const rules = { accepted: [], patterns: pattern === null ? [] : [pattern], caseSensitive: false };
    return pattern !== null && !whole.some((text) => isTextAccepted(rules, text));
  });
  return [...whole, ...others.map(({ text }) => text)];
}

function distinct(texts: readonly string[]): string[] {
  const told = new Map<string, string>();
  for (const text of texts) {
    const folded = foldText(text, false);
    if (!told.has(folded)) told.set(folded, text);
  }
  return [...told.values()];
}

/** What is not wholly right is a known mistake, when there is something to say to it. */
function mistakesOf(wrong: readonly (GiftAnswer & { text: string; weight: number })[], question: Question) {
  const { format, notes } = question;
  const mistakes = new Map<string, { answer: string; say: string }>();
  for (const { text, weight, feedback } of wrong) {
    const say = feedback === null ? '' : markdownOf(feedback, format, 'blocks', notes);
    const { text: plain, pattern } = readWildcards(text);
    if (weight > 0) notes.add(`${quoted(text)} was worth a part of the points and is wrong here`);
    if (pattern !== null) {
      if (say !== '') notes.add(`what is said to ${text === '*' ? 'any other answer' : `answers such as ${quoted(text)}`} is left out`);
    } else if (say !== '' && !mistakes.has(foldText(plain, false))) mistakes.set(foldText(plain, false), { answer: plain, say });
  }
  return [...mistakes.values()];
}
