import { fail, ok, type Result } from '../../../core/result.ts';
import { answersByLine, answersOf, type GiftAnswer } from './answers.ts';
import { baseOf, optionId, quoted, unreadable, type Question, type Reading, type Unreadable } from './reading.ts';
import type { Span } from './span.ts';
import { markdownOf, type Notes } from './words.ts';

export const isChoice = ({ mask }: Span): boolean => mask.includes('~');

interface Choice {
  readonly text: string;
  readonly why: string;
  /** Percent: 100 is right, what lies between 0 and 100 was right in part. */
  readonly weight: number;
  readonly isEqual: boolean;
}

/** With `=` one answer is to be chosen, without several; so has Moodle it, whatever the weights. */
export function readChoices(question: Question): Reading {
  const strict = readAs(question, answersOf(question.answers));
  if (strict.reading.ok && strict.isClean) return take(question, strict);
  const byLine = readAs(question, answersByLine(question.answers));
  if (!byLine.reading.ok || !byLine.isClean) return take(question, strict);
  byLine.notes.add('a `=` or `~` without a `\\` before it was taken as part of the words');
  return take(question, byLine);
}

interface Attempted {
  readonly reading: Reading;
  /** Nothing in it looks as if a sign had been misread. */
  readonly isClean: boolean;
  readonly notes: Notes;
}

function take({ notes }: Question, attempt: Attempted): Reading {
  for (const note of attempt.notes) notes.add(note);
  return attempt.reading;
}

function readAs(question: Question, answers: readonly GiftAnswer[]): Attempted {
  const notes: Notes = new Set();
  const all = answers.map((answer) => choiceOf(answer, { ...question, notes }));
  const choices = all.filter(({ text }) => text !== '');
  const lost = all.some(({ text, weight, why }) => text === '' && (weight > 0 || why !== ''));
  const told = distinct(choices, notes);
  if (!told.ok) return { reading: told, isClean: false, notes };
  const isMulti = !choices.some(({ isEqual, weight }) => isEqual && weight >= 100) && !choices.some(isHalfEqual);
  const equal = choices.filter(({ isEqual }) => isEqual).length;
  const reading = isMulti || equal === 0 ? readMulti(question, told.value, notes) : readSingle(question, told.value, notes);
  return { reading, isClean: !lost && all.length === told.value.length && (isMulti || equal === 1), notes };
}

/** `=%50%a ~b`: neither one right answer nor several. */
const isHalfEqual = ({ isEqual, weight }: Choice, _: number, all: readonly Choice[]): boolean =>
  isEqual && weight < 100 && all.some((other) => other.weight >= 100);

function choiceOf({ sign, weight, words, feedback }: GiftAnswer, { format, notes }: Question): Choice {
  return {
    text: markdownOf(words, format, 'words', notes),
    why: feedback === null ? '' : markdownOf(feedback, format, 'blocks', notes),
    weight: weight ?? (sign === '=' ? 100 : 0),
    isEqual: sign === '=',
  };
}

/** The same words twice are one option, where they are worth the same. */
function distinct(choices: readonly Choice[], notes: Notes): Result<Choice[], Unreadable> {
  const told = new Map<string, Choice>();
  for (const choice of choices) {
    const twin = told.get(choice.text);
    if (twin === undefined) told.set(choice.text, choice);
    else if (twin.weight > 0 !== choice.weight > 0) {
      return fail({ type: 'Unreadable', reason: `expected ${quoted(choice.text)} once, found it both right and wrong` });
    } else notes.add(`the answer ${quoted(choice.text)} stood there twice`);
  }
  return ok([...told.values()]);
}

function readSingle(question: Question, choices: readonly Choice[], notes: Notes): Reading {
  const [right, ...others] = choices.filter(({ weight }) => weight >= 100);
  if (right === undefined) return unreadable('expected an answer that is wholly right (`=`)');
  const shown = choices.filter((choice) => !others.includes(choice));
  if (shown.length < 2) return unreadable('expected at least one wrong answer (`~`) beside the right one');
  if (others.length > 0) {
    notes.add(`left out, since one answer is right here and any of several was there: ${others.map(({ text }) => quoted(text)).join(', ')}`);
  }
  for (const { text } of shown.filter((choice) => choice !== right && choice.weight > 0)) {
    notes.add(`${quoted(text)} was worth a part of the points and is wrong here`);
  }
  return ok({ type: 'MULTIPLE_CHOICE', ...baseOf(question), options: optionsOf(shown, (choice) => choice === right) });
}

function readMulti(question: Question, choices: readonly Choice[], notes: Notes): Reading {
  if (choices.length < 2) return unreadable('expected at least two answers');
  const right = choices.filter(({ weight }) => weight > 0);
  if (right.length === 0) return unreadable('expected a right answer (`=`, or a weight such as `%50%`)');
  const sum = right.reduce((total, { weight }) => total + weight, 0);
  if (sum > 100 + ROUNDING) notes.add('some of the right answers were enough there, and all are needed here');
  if (sum < 100 - ROUNDING) notes.add(`all right answers together were worth ${Math.round(sum)} % there`);
  return ok({ type: 'MULTI_SELECT', ...baseOf(question), options: optionsOf(choices, ({ weight }) => weight > 0) });
}

/** Thirds and sixths do not add up. Percent. */
const ROUNDING = 1;

const optionsOf = (choices: readonly Choice[], isRight: (choice: Choice) => boolean) =>
  choices.map((choice, i) => ({ id: optionId(i), text: choice.text, why: choice.why, correct: isRight(choice) }));
