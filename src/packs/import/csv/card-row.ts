import { truthOf } from '../markdown-quiz/answer-words.ts';
import type { ImportedExercise, ImportedItem } from '../imported.ts';
import { cellWords } from './cell-words.ts';

const SHORT = { characters: 40, words: 4 };
const CRITERION = 'The answer says what the back of the card says.';

export interface CardRow {
  readonly id: string | null;
  readonly line: number;
  readonly front: string;
  readonly backs: readonly string[];
  readonly feedback: string;
  readonly hints: readonly string[];
  readonly isHtml: boolean;
}

/** A question with its answer: typed where that is a few plain words, judged by the learner where it is more. */
export function cardItem({ id, line, front, backs, feedback, hints, isHtml }: CardRow): ImportedItem {
  const question = cellWords(front, isHtml);
  const answers = backs.filter((back) => back.trim() !== '').map((back) => cellWords(back, isHtml));
  const head = { sourceId: id, title: question.text.replace(/\s+/g, ' ').slice(0, 100) || `Line ${line}`, kind: 'card' };
  const skip = (reason: string): ImportedItem => ({ ...head, status: 'skipped', reason: `line ${line}: ${reason}`, exercise: null });
  if (question.markdown.trim() === '') return skip('its question has no words');
  const cloze = blanksOf(front, isHtml);
  if (cloze !== null) {
    const note = cellWords(backs.join('\n'), isHtml);
    const lostHere = [...new Set([...question.lost, ...note.lost])];
    return {
      ...{ ...head, kind: 'cloze' },
      status: lostHere.length === 0 ? 'imported' : 'degraded',
      reason: lostHere.map((what) => `lost: ${what}`).join('; '),
      exercise: { prompt: 'Fill in the blanks.', hints: [], ...(note.markdown === '' ? {} : { explanation: note.markdown }), ...cloze },
    };
  }
  const [answer] = answers;
  if (answer === undefined || answer.markdown.trim() === '') return skip('its answer has no words');
  const told = cellWords(feedback, isHtml);
  const lost = [...new Set([question, told, ...answers].flatMap((words) => words.lost))];
  const shared = {
    prompt: question.markdown,
    hints: hints.map((hint) => cellWords(hint, isHtml).markdown).filter((hint) => hint !== ''),
    ...(told.markdown === '' ? {} : { explanation: told.markdown }),
  };
  const status = lost.length === 0 ? 'imported' : 'degraded';
  return { ...head, status, reason: lost.map((what) => `lost: ${what}`).join('; '), exercise: { ...shared, ...asked() } as ImportedExercise };

  function asked(): object {
    const truth = truthOf(answer?.text ?? '');
    if (answers.length === 1 && truth !== null && /^(?:true|false)$/i.test(answer?.text ?? '')) {
      return { type: 'TRUE_FALSE', answer: truth, why: { true: '', false: '' } };
    }
    if (answers.length === 1 && answer !== undefined && !answer.isMarked && isShort(answer.text)) {
      return { type: 'SHORT_TEXT', accept: [answer.text] };
    }
    return { type: 'FREE_FORM', rubric: { criteria: [CRITERION], sample: answers.map(({ markdown }) => markdown).join('\n\n') } };
  }
}

const CLOZE = /\{\{c\d{1,3}::((?:(?!\}\}|\{\{|::)[^]){1,500})(?:::((?:(?!\}\}|\{\{)[^]){0,500}))?\}\}/g;

/** Anki's `{{c1::answer::hint}}`, all of them left out at once; null: there is none. */
function blanksOf(front: string, isHtml: boolean): { type: 'FILL_BLANKS'; text: string; blanks: { id: string; accept: string[] }[] } | null {
  const blanks: { id: string; accept: string[] }[] = [];
  const text = front.replace(CLOZE, (whole, words: string, hint: string | undefined) => {
    const answer = cellWords(words, isHtml).text;
    if (answer === '') return whole;
    blanks.push({ id: `b${blanks.length + 1}`, accept: [answer] });
    return `\uE010${blanks.length}\uE011${hint === undefined ? '' : ` [${hint}]`}`;
  });
  if (blanks.length === 0) return null;
  const shown = cellWords(text, isHtml).text.replaceAll('{{', '{ {');
  return { type: 'FILL_BLANKS', text: shown.replace(/\uE010(\d+)\uE011/g, '{{b$1}}'), blanks };
}

/** Several answers in one are not short: a learner who gives one of them would be told that it is wrong. */
const isShort = (answer: string): boolean =>
  answer.length <= SHORT.characters && answer.split(/\s+/).length <= SHORT.words && !/[\n;/()[\]\\|{}<>]|,\s/.test(answer);
