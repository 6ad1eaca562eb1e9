import { ok } from '../../../core/result.ts';
import { plainToMarkdown } from '../html-to-markdown.ts';
import { isChoice, readChoices } from './choices.ts';
import { isMatching, readMatching } from './matching.ts';
import { isNumerical, readNumerical } from './numerical.ts';
import { GAP, type Parts } from './parts.ts';
import { selfJudged, unreadable, type Question, type Reading } from './reading.ts';
import { readShortAnswer } from './short-answer.ts';
import { cut, trimmed, unescaped, type Span } from './span.ts';
import { readTrueFalse, truthOf } from './true-false.ts';
import { marked, markdownOf, toMarkdown, type Notes } from './words.ts';

export interface Read {
  /** Moodle's name for the type. */
  readonly kind: string;
  readonly reading: Reading;
  readonly notes: Notes;
}

/** What a question asks and how it is answered. `answers` are those of its parts. */
export function readQuestion({ name, words, notes: guessed }: Parts, answers: Span): Read {
  const notes: Notes = new Set(guessed);
  const { format, rest } = marked(words, 'moodle');
  const text = toMarkdown(unescaped(rest), format, 'blocks', notes);
  const prompt = (text === '' ? plainToMarkdown(name) : text).replaceAll(GAP, String.raw`\_\_\_\_\_`);
  const last = answers.mask.lastIndexOf('####');
  const explanation = last < 0 ? '' : markdownOf(cut(answers, last + 4), format, 'blocks', notes);
  const question: Question = { prompt, explanation, format, answers: last < 0 ? answers : trimmed(cut(answers, 0, last)), notes };
  const { kind, read } = typeOf(question);
  return { kind, notes, reading: prompt === '' ? unreadable('expected the words of the question before the `{`') : read() };
}

interface Typed {
  readonly kind: string;
  readonly read: () => Reading;
}

/** In the order in which Moodle asks. */
function typeOf(question: Question): Typed {
  const { answers } = question;
  const truth = truthOf(answers);
  if (answers.mask === '') return { kind: 'essay', read: () => ok(selfJudged(question, question.explanation, ESSAY)) };
  if ((answers.mask.match(/[=~]/g)?.length ?? 0) > MOST_ANSWERS) {
    return { kind: 'unknown', read: () => unreadable(`expected at most ${MOST_ANSWERS} answers`) };
  }
  if (isNumerical(answers)) return { kind: 'numerical', read: () => readNumerical(question) };
  if (truth !== null) return { kind: 'truefalse', read: () => readTrueFalse(question, truth) };
  if (isChoice(answers)) return { kind: 'multichoice', read: () => readChoices(question) };
  if (isMatching(answers)) return { kind: 'match', read: () => readMatching(question) };
  return { kind: 'shortanswer', read: () => readShortAnswer(question) };
}

const ESSAY = 'an essay: judged by the learner';
/** A question with more would hold up who reads it, too. */
const MOST_ANSWERS = 1_000;
