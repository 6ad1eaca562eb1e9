import { plainToMarkdown } from '../../import/html-to-markdown.ts';
import { toMarkdown } from '../../import/gift/words.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { ExerciseSource, SourceOf } from '../../source/exercise-shapes.ts';
import { escaped, feedback, inBraces, markdown, question, share } from './gift-text.ts';
import { shortAnswers } from './short-answers.ts';

/** Why a question cannot be written in GIFT. */
export interface NoGift {
  readonly type: 'NoGift';
  readonly reason: string;
}
type Written = Result<string, NoGift>;
const noGift = (reason: string) => fail<NoGift>({ type: 'NoGift', reason });

/** The question as Moodle understands it; what else we know of it is kept elsewhere. */
export function writeQuestion(source: ExerciseSource): Written {
  const { prompt, explanation = '' } = source;
  switch (source.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return ok(question(prompt, inBraces(choices(source), explanation)));
    case 'TRUE_FALSE': {
      const { answer, why } = source;
      const [right, wrong] = answer ? [why.true, why.false] : [why.false, why.true];
      const told = right.trim() === '' ? feedback(wrong) : `#${markdown(wrong)}#${markdown(right)}`;
      return ok(question(prompt, inBraces([`${answer ? 'TRUE' : 'FALSE'}${told}`], explanation)));
    }
    case 'SHORT_TEXT':
      return words(source, explanation);
    case 'NUMERIC': {
      if (source.units.length > 0) return noGift('GIFT has no units');
      const tolerance = Math.max(source.absolute, source.relative * Math.abs(source.answer));
      return ok(question(prompt, numbers([`${source.answer}:${tolerance}`], source.mistakes, explanation)));
    }
    case 'FREE_FORM':
      return freeForm(source, explanation);
    case 'FILL_BLANKS':
      return missingWord(source, explanation);
    case 'MATCHING':
      return matching(source, explanation);
    case 'ORDERING':
    case 'PARSONS':
      return noGift('GIFT has no questions about order');
    case 'PREDICT_OUTPUT':
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return noGift('GIFT has no questions about programs');
  }
}

function choices({ type, options }: SourceOf<'MULTIPLE_CHOICE' | 'MULTI_SELECT'>): string[] {
  const weight = `~%${share(options.filter(({ correct }) => correct).length)}%`;
  const [right, wrong] = type === 'MULTIPLE_CHOICE' ? ['=', '~'] : [weight, '~%-100%'];
  return options.map(({ text, why, correct }) => `${correct ? right : wrong}${label(text)}${feedback(why)}`);
}

/** A label that begins with a percent sign would be read as a weight. */
const label = (text: string): string => (text.trim().startsWith('%') ? `[markdown]${escaped(text)}` : markdown(text));

const CASE = 'GIFT compares without regard to letter case';
const PATTERNS = 'GIFT has no regular expressions';

function words(source: SourceOf<'SHORT_TEXT' | 'FREE_FORM'>, explanation: string): Written {
  if (source.caseSensitive) return noGift(CASE);
  const answers = shortAnswers(source, source.mistakes);
  return answers === null ? noGift(PATTERNS) : ok(question(source.prompt, inBraces(answers, explanation)));
}

interface Mistake {
  readonly answer: string;
  readonly say: string;
}
const numbers = (right: readonly string[], mistakes: readonly Mistake[], explanation: string): string => {
  const wrong = mistakes.filter(({ answer }) => String(Number(answer)) === answer && Number.isFinite(Number(answer)));
  return inBraces([...right.map((range) => `=${range}`), ...wrong.map(({ answer, say }) => `=%0%${answer}:0${feedback(say)}`)], explanation, '#');
};

function freeForm(source: SourceOf<'FREE_FORM'>, explanation: string): Written {
  const { prompt, rubric, keywords, number, accept, mistakes } = source;
  if (rubric !== undefined) return ok(question(prompt, inBraces([], explanation)));
  if (keywords.length > 0) return noGift('GIFT cannot ask for keywords');
  if (number === undefined) return words(source, explanation);
  if (!accept.every((form) => String(Number(form)) === form)) return noGift('GIFT takes either numbers or words for an answer');
  return ok(question(prompt, numbers([`${number.value}:${number.tolerance}`, ...accept.map((form) => `${form}:0`)], mistakes, explanation)));
}

/** One blank: the answers stand in its place. */
function missingWord({ prompt, text, language, blanks }: SourceOf<'FILL_BLANKS'>, explanation: string): Written {
  const [blank, ...more] = blanks;
  if (blank === undefined || more.length > 0) return noGift('GIFT has no more than one blank in a question');
  if (language !== undefined) return noGift('GIFT has no blanks in programs');
  if (blank.caseSensitive === true) return noGift(CASE);
  const [right = ''] = blank.accept;
  const answers =
    blank.choices === undefined
      ? shortAnswers(blank, [])
      : blank.choices.map((choice) => `${choice === right ? '=' : '~'}[plain]${escaped(choice)}`);
  if (answers === null) return noGift(PATTERNS);
  const [before = '', after = ''] = text.split(`{{${blank.id}}}`).map(plainToMarkdown);
  return ok(`[markdown]${escaped(prompt)}\\n\\n${escaped(before)} ${inBraces(answers, explanation)} ${after === '' ? '.' : escaped(after)}`);
}

function matching({ prompt, left, right }: SourceOf<'MATCHING'>, explanation: string): Written {
  if (left.some(({ text }) => text.includes('->') && /`|-&gt;/.test(text))) return noGift('GIFT parts pairs by `->`, which stands in the words');
  const wordsOf = (id: string): string => plainLabel(right.find((item) => item.id === id)?.text ?? '');
  const pairs = left.map(({ text, match }) => `=${markdown(text.replaceAll('->', '-&gt;'))} -> ${wordsOf(match)}`);
  const used = new Set(left.map(({ match }) => match));
  const others = right.filter(({ id }) => !used.has(id)).map(({ id }) => `= -> ${wordsOf(id)}`);
  return ok(question(prompt, inBraces([...pairs, ...others], explanation)));
}

/** On the right Moodle shows words as they are; marked only where they are more than that. */
const plainLabel = (text: string): string =>
  toMarkdown(text.trim(), 'moodle', 'words', new Set()) === text.trim() && !text.trim().startsWith('[') ? escaped(text) : `[markdown]${escaped(text)}`;
