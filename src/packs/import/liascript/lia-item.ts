import type { ImportedExercise, ImportedItem } from '../imported.ts';
import type { ForeignMarkdown } from '../markdown-quiz/foreign-markdown.ts';
import { bare } from '../markdown-quiz/lines.ts';
import { distinct } from '../markdown-quiz/read-options.ts';
import { choicesIn, replaceGaps, type MatrixRow, type Question, type Row } from './lia-quiz.ts';
import type { Quiz } from './lia-section.ts';

type Exercise<T extends ImportedExercise['type']> = Omit<Extract<ImportedExercise, { type: T }>, 'prompt' | 'hints' | 'explanation'>;
type Body = { [T in ImportedExercise['type']]: Exercise<T> }[ImportedExercise['type']];
/** A reason not to take it. */
type Mapped = Body | string;

/** The items that a quiz becomes: one, but for a matrix whose rows are several questions. `heading`: of its section. */
export function itemsOf(quiz: Quiz, newWords: () => ForeignMarkdown, heading: string, keep: (words: ForeignMarkdown) => void): ImportedItem[] {
  const { question } = quiz;
  if (question.kind === 'matrix' && !isMatching(question.rows)) {
    return question.rows.map((row) => itemOf(quiz, newWords(), heading, keep, row, question.columns));
  }
  return [itemOf(quiz, newWords(), heading, keep)];
}

function itemOf(
  { question, prompt, hints, explanation, script }: Quiz,
  words: ForeignMarkdown,
  heading: string,
  keep: (words: ForeignMarkdown) => void,
  row?: MatrixRow,
  columns: readonly string[] = [],
): ImportedItem {
  const asked = [words.clean(prompt.join('\n\n')).replace(/^\d{1,3}[.)]\s+/, ''), row === undefined ? '' : words.clean(row.text)]
    .filter((text) => text !== '')
    .join('\n\n');
  const shown = asked !== '' ? asked : question.kind === 'gap text' ? 'Fill in the blanks.' : heading;
  const title = question.kind === 'gap text' && asked === '' ? question.text : shown;
  const kind = row === undefined ? question.kind : 'matrix row';
  const item = { sourceId: null, title: bare(title.replace(/\s+/g, ' ')).slice(0, 100) || 'Quiz', kind };
  const told = words.clean(explanation);
  const isOpen = question.kind === 'text' && script !== null && !knows(script, question.answer);
  const body = isOpen ? open(told, words) : row === undefined ? mapped(question, words) : rowOf(row, columns, words);
  const reason = typeof body === 'string' ? body : shown === '' ? 'it has no question' : null;
  if (typeof body === 'string' || reason !== null) return { ...item, status: 'skipped', reason: reason ?? '', exercise: null };
  const shared = {
    prompt: shown,
    hints: hints.map((hint) => words.clean(hint)).filter((hint) => hint !== ''),
    ...(told === '' || isOpen ? {} : { explanation: told }),
  };
  if (script !== null && !isOpen) words.lose('a script that also has a say in what is right');
  keep(words);
  const lost = words.lost();
  const status = lost.length === 0 ? 'imported' : 'degraded';
  return { ...item, status, reason: lost.map((what) => `lost: ${what}`).join('; '), exercise: { ...body, ...shared } };
}

/** Whether the answer in the brackets is one that the script itself looks for: a script may also take anything. */
const knows = (script: string, answer: string): boolean => {
  const squeezed = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
  return script === '' || squeezed(script).includes(squeezed(answer));
};

/** Whatever is written is right, and the solution is for comparing. */
function open(told: string, words: ForeignMarkdown): Mapped {
  if (told === '') return 'only a script of its own knows what is right';
  words.lose('a script that takes answers; the learner judges by the solution');
  return { type: 'FREE_FORM', rubric: { criteria: ['The answer says what the solution says.'], sample: told } };
}

function mapped(question: Question, words: ForeignMarkdown): Mapped {
  switch (question.kind) {
    case 'generic quiz':
      return 'only a script of its own knows what is right';
    case 'survey':
      return 'a survey, which has no right answer';
    case 'single choice':
    case 'selection':
      return oneOf(question.kind === 'selection' ? question.choices : question.rows, words);
    case 'multiple choice':
      return choice(question.rows, words, 'MULTI_SELECT');
    case 'text':
      return { type: 'SHORT_TEXT', accept: formsOf(question.answer), caseSensitive: true };
    case 'gap text':
      return gaps(question.text, words);
    case 'matrix':
      return matching(question.columns, question.rows, words);
  }
}

/** One is to be chosen; where any of several is right, that is a blank with choices. */
function oneOf(rows: readonly Row[], words: ForeignMarkdown): Mapped {
  if (rows.filter(({ isRight }) => isRight).length < 2) return choice(rows, words, 'MULTIPLE_CHOICE');
  const choices = rows.map(({ text }) => bare(text));
  if (new Set(choices).size < choices.length || choices.includes('')) return 'two of its options read the same';
  return {
    type: 'FILL_BLANKS',
    text: '{{choice}}',
    blanks: [{ id: 'choice', accept: choices.filter((_, at) => rows[at]?.isRight === true), caseSensitive: true, choices }],
  };
}

function choice(rows: readonly Row[], words: ForeignMarkdown, type: 'MULTIPLE_CHOICE' | 'MULTI_SELECT'): Mapped {
  const right = rows.flatMap(({ isRight }, at) => (isRight ? [at] : []));
  if (right.length === 0) return 'none of its options is marked as right';
  const texts = rows.map(({ text }) => words.clean(text));
  const choices = distinct(texts, right);
  if (choices === null) return 'a right option has no words, or stands there twice: once right and once wrong';
  if (choices.length < 2) return 'it has only one option';
  if (choices.length < rows.length) words.lose('an option that stood there twice, or had no words');
  const options = choices.map(({ text, isRight }, at) => ({ id: idOf(at), text, why: '', correct: isRight }));
  return { type, options };
}

const MOST_GAPS = 100;

/** The words between the inputs are shown as plain text, so their marks go. */
function gaps(text: string, words: ForeignMarkdown): Mapped {
  const blanks: { id: string; accept: string[]; caseSensitive: boolean; choices?: string[] }[] = [];
  const troubles: string[] = [];
  const mark = (_: string, inner: string): string => {
    const choices = choicesIn(inner);
    const accept = choices === null ? formsOf(inner.trim()) : choices.filter(({ isRight }) => isRight).map((one) => bare(one.text));
    const shown = choices?.map((one) => bare(one.text));
    if (/^[\s_]*$/.test(inner) || accept.includes('')) troubles.push('a blank has no answer');
    if (shown !== undefined && new Set(shown).size < shown.length) troubles.push('two choices of a blank read the same');
    const chosen = shown === undefined ? {} : { choices: shown };
    blanks.push({ id: `b${blanks.length + 1}`, accept: [...new Set(accept)], caseSensitive: true, ...chosen });
    return `\uE010${blanks.length}\uE011`;
  };
  const marked = replaceGaps(text, mark);
  const [trouble] = troubles;
  if (trouble !== undefined) return trouble;
  if (blanks.length > MOST_GAPS) return `it has more than ${MOST_GAPS} blanks`;
  const plain = words
    .clean(marked)
    .split('\n')
    .map((line) => line.slice(0, line.length - line.trimStart().length) + bare(line))
    .join('\n')
    .replaceAll('{{', '{ {')
    .replace(/\uE010(\d+)\uE011/g, '{{b$1}}');
  const isWhole = blanks.every(({ id }) => plain.includes(`{{${id}}}`));
  return isWhole ? { type: 'FILL_BLANKS', text: plain, blanks } : 'an input stands where only a picture or a frame can be';
}

/** `(tea)`, as the right one of several choices is marked, may be meant without the parentheses where it stands alone. */
const formsOf = (answer: string): string[] => {
  const inside = /^\(([^()]+)\)$/.exec(answer)?.[1]?.trim() ?? '';
  return inside === '' ? [answer] : [inside, answer];
};

/** Every row has exactly one right column. */
const isMatching = (rows: readonly MatrixRow[]): boolean => rows.length > 0 && rows.every(({ right }) => right.length === 1);

function matching(columns: readonly string[], rows: readonly MatrixRow[], words: ForeignMarkdown): Mapped {
  if (columns.length < 2) return 'it has only one column';
  const right = columns.map((text, at) => ({ id: `c${at + 1}`, text: words.clean(text) }));
  const left = rows.map((row, at) => ({ id: `r${at + 1}`, text: words.clean(row.text), match: `c${(row.right[0] ?? 0) + 1}` }));
  if (rows.some((row) => (row.right[0] ?? 0) >= columns.length)) return 'a row marks a column that is not there';
  const isDistinct = [left, right].every((items) => {
    const texts = new Set(items.map(({ text }) => text));
    return texts.size === items.length && !texts.has('');
  });
  return isDistinct ? { type: 'MATCHING', left, right } : 'two of its rows or columns read the same, or have no words';
}

function rowOf(row: MatrixRow, columns: readonly string[], words: ForeignMarkdown): Mapped {
  if (row.width !== columns.length) return 'its row has not as many boxes as there are columns';
  if (row.right.length === 0) return 'none of its boxes is the right one';
  return choice(columns.map((text, at) => ({ text, isRight: row.right.includes(at) })), words, 'MULTI_SELECT');
}

const idOf = (at: number): string => (at < 26 ? String.fromCharCode(97 + at) : `o${at + 1}`);
