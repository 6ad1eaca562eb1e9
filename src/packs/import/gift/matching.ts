import { ok } from '../../../core/result.ts';
import { answersByLine, answersOf, type GiftAnswer } from './answers.ts';
import { baseOf, quoted, unreadable, type Question, type Reading } from './reading.ts';
import { partedAt, unescaped, type Span } from './span.ts';
import { marked, markdownOf } from './words.ts';

const ARROW = '->';

export const isMatching = ({ mask }: Span): boolean => mask.includes('=') && mask.includes(ARROW);

/**
 * `=left -> right`; a right item without a left one is a distractor, the same right words are one item. What stands on the
 * right does not take after the question's format.
 */
export function readMatching(question: Question): Reading {
  const strict = answersOf(question.answers);
  const isParted = (answers: readonly GiftAnswer[]): boolean => answers.every(({ all }) => all.mask.includes(ARROW));
  const byLine = isParted(strict) ? strict : answersByLine(question.answers);
  if (!isParted(byLine)) {
    const bad = strict.find(({ all }) => !all.mask.includes(ARROW));
    return unreadable(`expected \`=left -> right\`, found ${quoted(bad?.all.text ?? '')}`);
  }
  if (byLine !== strict) question.notes.add('a `=` without a `\\` before it was taken as part of the words');

  const rights: string[] = [];
  const left: { id: string; text: string; match: string }[] = [];
  for (const { all } of byLine) {
    const [from, to] = partedAt(all, ARROW) ?? [all, all];
    const text = leftWords(from, question);
    const right = markdownOf(to, 'moodle', 'words', question.notes);
    if (right === '') return unreadable(`expected the words that belong to ${quoted(unescaped(from))} behind \`->\``);
    if (!rights.includes(right)) rights.push(right);
    const match = `r${rights.indexOf(right) + 1}`;
    const twin = left.find((item) => item.text === text);
    if (twin !== undefined && twin.match !== match) return unreadable(`expected ${quoted(text)} once, found it with two partners`);
    if (text !== '' && twin === undefined) left.push({ id: `l${left.length + 1}`, text, match });
  }
  if (left.length === 0 || rights.length < 2) return unreadable('expected at least two pairs to be matched');
  return ok({ type: 'MATCHING', ...baseOf(question), left, right: rights.map((text, i) => ({ id: `r${i + 1}`, text })) });
}

/** Since `->` cannot be escaped, it is written as a character reference in Markdown. */
function leftWords(span: Span, { format, notes }: Question): string {
  const text = markdownOf(span, format, 'words', notes);
  return marked(span, format).format === 'markdown' ? text.replaceAll('-&gt;', '->') : text;
}
