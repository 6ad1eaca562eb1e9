import { ok } from '../../../core/result.ts';
import { fillBlanks, holeAt, textWithoutHoles, type Blank } from './blanks.ts';
import { blankOf, numbersOf } from './cloze-blank.ts';
import { readCloze, type SubQuestion } from './cloze-syntax.ts';
import { numericOf } from './numerical.ts';
import { notTaken, type Question, type Taken } from './question.ts';
import { sharedParts } from './shared-parts.ts';

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
    const blank = blankOf(sub, isHtml, question.lose);
    if (typeof blank === 'string') return notTaken(`in its blank ${at + 1} ${blank}`);
    blanks.push(named(blank, own?.ids[at] ?? String(at + 1)));
  }
  if (own === null) return fillBlanks(question, read.text, isHtml, blanks);
  const filled = read.text.replace(/\uE000(\d+)\uE001/g, (_, at: string) => `{{${blanks[Number(at)]?.id ?? ''}}}`);
  return ok({ type: 'FILL_BLANKS', ...sharedParts(question, own.prompt), text: filled, ...own.language, blanks });
}

function named({ caseSensitive, ...blank }: Omit<Blank, 'id'>, mark: string): Blank {
  const isSaid = caseSensitive !== undefined && !mark.endsWith('~');
  return { id: mark.replace(/~$/, ''), ...blank, ...(isSaid ? { caseSensitive } : {}) };
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

/** A `~` behind an id: the author does not say whether letter case counts. */
const MARK = /\n\n<!-- blanks(?: in (python|javascript|typescript))?: ([a-z0-9. ~-]+) -->\n\n/;

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
