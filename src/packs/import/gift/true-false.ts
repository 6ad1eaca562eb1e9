import { ok } from '../../../core/result.ts';
import { baseOf, type Question, type Reading } from './reading.ts';
import { partedAt, type Span, unescaped, withoutMarkup } from './span.ts';
import { markdownOf } from './words.ts';

/** null: the answers are none of true and false. Written small only where nobody could mean anything else. */
export function truthOf(answers: Span): boolean | null {
  const [word] = partedAt(answers, '#') ?? [answers];
  const written = unescaped(word);
  if (/^(?:T|true)$/.test(written.length > 1 ? written.toLowerCase() : written)) return true;
  return /^(?:F|false)$/.test(written.length > 1 ? written.toLowerCase() : written) ? false : null;
}

/** `{TRUE#to the wrong answer#to the right one}`. */
export function readTrueFalse(question: Question, answer: boolean): Reading {
  const [, feedback] = partedAt(withoutMarkup(question.answers), '#') ?? [null, null];
  const [wrong, right] = feedback === null ? [null, null] : (partedAt(feedback, '#') ?? [feedback, null]);
  const say = (span: Span | null): string => (span === null ? '' : markdownOf(span, question.format, 'blocks', question.notes));
  const why = { [String(answer)]: say(right), [String(!answer)]: say(wrong) };
  return ok({ type: 'TRUE_FALSE', ...baseOf(question), answer, why: { true: why.true ?? '', false: why.false ?? '' } });
}
