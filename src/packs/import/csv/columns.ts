import { plain } from '../markdown-quiz/answer-words.ts';

/** Which column holds what, by the names that quiz tools give them; -1: none does. */
export interface Columns {
  readonly question: number;
  readonly type: number;
  readonly correct: number;
  readonly feedback: number;
  readonly group: number;
  readonly id: number;
  readonly hints: readonly number[];
  /** One option each. */
  readonly options: readonly number[];
  /** Options that are known to be wrong, beside a column with the right one. */
  readonly wrong: readonly number[];
  /** All options in one cell. */
  readonly optionList: number;
}

const NAMES = {
  question:
    'question|questions|question text|questiontext|prompt|stem|q|front|term|frage|pregunta|pregunta texto|domanda|pergunta|' +
    'вопрос|问题|題目|question title|title text|item',
  type: 'type|question type|questiontype|qtype|kind|typ|tipo|question format|format',
  correct:
    'correct|correct answer|correct answers|correct answer s|answer|answers|right answer|key|answer key|solution|' +
    'correct option|correct options|correct choice|back|definition|antwort|richtige antwort|respuesta|respuesta correcta|' +
    'réponse|bonne réponse|risposta|resposta|ответ|答案|correctanswer|accepted answers|response',
  feedback:
    'feedback|explanation|rationale|general feedback|generalfeedback|comment|note|notes|explicación|erklärung|' +
    'answer explanation|solution explanation|justification',
  group: 'category|topic|subject|section|chapter|lesson|deck|unit|module|kategorie|categoría|group|set',
  id: 'id|guid|question id|questionid|uid|identifier|number|no|nr|num|#|ref',
} as const;
const KNOWN = Object.entries(NAMES).map(([field, names]) => [field as keyof typeof NAMES, new Set(names.split('|').map(plain))] as const);

const OPTION = /^(?:(?:answer )?(?:option|choice|alternative|opt)|answer|respuesta|antwort|opción|option text)\s?(?:[a-j]|\d{1,2})$/;
const WRONG = /^(?:incorrect|wrong|false)(?: (?:answer|option|choice))?\s?\d{0,2}$|^distractor\s?\d{0,2}$/;

/** null: this row is no header. */
export function columnsOf(header: readonly string[]): Columns | null {
  const found = new Map<string, number[]>();
  header.forEach((cell, at) => {
    const name = plain(cell.replace(/\s-\s.*$/, '').replace(/\((?:optional|max.*)\)/i, '').replace(/[_()*:]/g, ' '));
    const field = fieldOf(name);
    found.set(field, [...(found.get(field) ?? []), at]);
  });
  const one = (field: string): number => found.get(field)?.[0] ?? -1;
  const all = (field: string): readonly number[] => found.get(field) ?? [];
  const isHeader = one('question') >= 0 && (one('correct') >= 0 || one('type') >= 0 || all('options').length > 1);
  if (!isHeader) return null;
  return {
    ...{ question: one('question'), type: one('type'), correct: one('correct'), feedback: one('feedback'), group: one('group'), id: one('id') },
    ...{ hints: all('hint'), options: all('options'), wrong: all('wrong'), optionList: one('option list') },
  };
}

function fieldOf(name: string): string {
  const known = KNOWN.find(([, names]) => names.has(name))?.[0];
  if (known !== undefined) return known;
  if (/^(?:hint|hints|tip|clue|hinweis|pista)\s?\d{0,2}$/.test(name)) return 'hint';
  if (WRONG.test(name)) return 'wrong';
  if (OPTION.test(name) || /^[a-h]$/.test(name)) return 'options';
  return /^(?:options|choices|answer options|answer choices|alternatives)$/.test(name) ? 'option list' : 'unknown';
}
