import { ok } from '../../../core/result.ts';
import { fillBlanks, holeAt, oneLine, textWithoutHoles, type Blank } from './blanks.ts';
import { readCloze, type SubQuestion } from './cloze-syntax.ts';
import { readNumber, numericOf } from './numerical.ts';
import { numberPattern } from './number-pattern.ts';
import { isWhole, notTaken, type Question, type Taken } from './question.ts';
import { sharedParts } from './shared-parts.ts';
import { rulesOf } from './short-answer.ts';

/** `cloze` (`multianswer`): a text with questions in it, each of which becomes a blank. */
export function cloze(question: Question): Taken {
  const { text, isHtml } = textWithoutHoles(question);
  const own = ownBlanks(text);
  const read = readCloze(own?.text ?? text, holeAt);
  const [only, ...more] = read.questions;
  if (only === undefined) return notTaken('there is no question in its text');
  if (own === null && more.length === 0 && only.kind === 'number') return loneNumber(question, only, read.text, isHtml);
  if (own === null && more.length === 0 && only.kind === 'choices') return loneChoices(question, only, read.text, isHtml);
  if (new Set(read.questions.map(({ weight }) => weight)).size > 1) question.lose('its blanks count alike here, not each by its own weight');
  if (read.questions.some(({ answers }) => answers.some(({ feedback }) => feedback !== ''))) question.lose('what is said to the answers in its blanks');
  const blanks: Blank[] = [];
  for (const [at, sub] of read.questions.entries()) {
    const blank = blankOf(sub, isHtml, question);
    if (typeof blank === 'string') return notTaken(`in its blank ${at + 1} ${blank}`);
    blanks.push({ id: own?.ids[at] ?? String(at + 1), ...blank });
  }
  if (own === null) return fillBlanks(question, read.text, isHtml, blanks);
  const filled = read.text.replace(/\uE000(\d+)\uE001/g, (_, at: string) => `{{${blanks[Number(at)]?.id ?? ''}}}`);
  return ok({ type: 'FILL_BLANKS', ...sharedParts(question, own.prompt), text: filled, ...own.language, blanks });
}

function blankOf(sub: SubQuestion, isHtml: boolean, question: Question): Omit<Blank, 'id'> | string {
  const answers = sub.answers.map((answer) => ({ text: oneLine(answer.text, isHtml), fraction: answer.fraction, say: '' }));
  switch (sub.kind) {
    case 'choices':
      return 'several options are to be chosen';
    case 'number':
      return numberBlank(sub, question);
    case 'short':
    case 'short-case': {
      const rules = rulesOf(answers, sub.kind === 'short-case', question.lose);
      if (typeof rules === 'string') return rules;
      const { accept, patterns, caseSensitive } = rules;
      return { accept, patterns, caseSensitive };
    }
    case 'choice': {
      const best = Math.max(0, ...answers.map(({ fraction }) => fraction));
      if (best === 0) return 'no option is marked as right';
      if (answers.some(({ fraction }) => fraction > 0 && fraction < best)) question.lose('an option that is worth part of the mark counts as wrong');
      if (!isWhole(best)) question.lose('its best option is worth less than the whole mark, and counts as right here');
      const accept = [...new Set(answers.filter(({ fraction }) => fraction === best).map(({ text }) => text))].filter((text) => text !== '');
      const choices = [...new Set(answers.map(({ text }) => text))].filter((text) => text !== '');
      if (accept.length === 0) return 'the right option has no words';
      return choices.length < 2 ? { accept } : { accept, choices };
    }
  }
}

function numberBlank(sub: SubQuestion, question: Question): Omit<Blank, 'id'> | string {
  const numbers = numbersOf(sub);
  const best = Math.max(0, ...numbers.map(({ fraction }) => fraction));
  if (best === 0) return 'no number is marked as right';
  if (numbers.some(({ fraction }) => fraction > 0 && fraction < best)) question.lose('a number that is worth part of the mark counts as wrong');
  const right = numbers.filter(({ fraction }) => fraction === best);
  const patterns = right.map(({ value, absolute }) => numberPattern(value - absolute, value + absolute));
  if (patterns.some((pattern) => pattern === null)) return 'the range of right numbers is too wide';
  return { accept: [...new Set(right.map(({ value }) => String(value)))], patterns: patterns.filter((pattern) => pattern !== null) };
}

function numbersOf(sub: SubQuestion) {
  return sub.answers.flatMap(({ text, fraction, feedback }) => {
    const [number = '', tolerance = '0'] = text.split(':');
    const value = readNumber(number);
    const absolute = Math.abs(readNumber(tolerance) ?? 0);
    return value === null ? [] : [{ value, absolute, relative: 0, fraction, say: feedback }];
  });
}

/** A line where the number is to go; there is a type for that. */
function loneNumber(question: Question, sub: SubQuestion, text: string, isHtml: boolean): Taken {
  const numbers = numbersOf(sub).map((number) => ({ ...number, say: isHtml ? question.ofHtml(number.say) : number.say }));
  return withPrompt(numericOf(question, numbers, []), question, text, isHtml);
}

function loneChoices(question: Question, { answers }: SubQuestion, text: string, isHtml: boolean): Taken {
  const words = (part: string) => (isHtml ? question.ofHtml(part, 'words') : part);
  const options = answers.map((answer, at) => ({
    id: String(at + 1),
    text: words(answer.text),
    why: words(answer.feedback),
    correct: answer.fraction > 0,
  }));
  if (options.length < 2 || !options.some(({ correct }) => correct)) return notTaken('it has no options of which some are right');
  if (new Set(options.filter((_, at) => (answers[at]?.fraction ?? 0) > 0).map((_, at) => answers[at]?.fraction)).size > 1) {
    question.lose('its right options count alike here, not each its own share');
  }
  return withPrompt(ok({ type: 'MULTI_SELECT', ...sharedParts(question), options }), question, text, isHtml);
}

function withPrompt(taken: Taken, question: Question, text: string, isHtml: boolean): Taken {
  if (!taken.ok) return taken;
  const shown = text.replace(/\uE000\d+\uE001/g, '____');
  return ok({ ...taken.value, prompt: isHtml ? question.ofHtml(shown) : shown.trim() });
}

const MARK = /\n\n<!-- blanks(?: in (python|javascript|typescript))?: ([a-z0-9. -]+) -->\n\n/;

interface OwnBlanks {
  readonly prompt: string;
  readonly text: string;
  readonly ids: readonly string[];
  readonly language: { readonly language?: 'python' | 'javascript' | 'typescript' };
}

/** What the export writes: Markdown, a comment that names the blanks, and the text to be filled. */
function ownBlanks(text: string): OwnBlanks | null {
  const found = MARK.exec(text);
  if (found === null) return null;
  const [mark, language, ids = ''] = found;
  return {
    prompt: text.slice(0, found.index),
    text: text.slice(found.index + mark.length),
    ids: ids.split(' '),
    language: language === 'python' || language === 'javascript' || language === 'typescript' ? { language } : {},
  };
}

export const blanksMark = (ids: readonly string[], language: string | undefined): string =>
  `\n\n<!-- blanks${language === undefined ? '' : ` in ${language}`}: ${ids.join(' ')} -->\n\n`;
