import { ok } from '../../../core/result.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { notTaken, plain, type Question, type Taken } from './question.ts';
import { sharedParts } from './shared-parts.ts';

const numbered = (question: Question, name: 'row' | 'column', words: string) =>
  childrenOf(question.element, name).map((element) => ({
    element,
    number: element.attributes.number ?? '',
    text: question.markdown(childOf(element, words), 'words'),
  }));

const areAlike = (all: readonly { readonly text: string }[]): boolean => new Set(all.map(({ text }) => text)).size < all.length;

/** `sc`: one of its rows is right. */
export function singleRow(question: Question): Taken {
  const rows = numbered(question, 'row', 'optiontext').filter(({ text }) => text !== '');
  const right = plain(question.element, 'correctrow');
  if (rows.filter(({ number }) => number === right).length !== 1) return notTaken('no row is marked as right');
  if (rows.length < 2) return notTaken('it has one option only');
  if (areAlike(rows)) return notTaken('two of its options have the same words');
  const options = rows.map(({ element, number, text }, at) => ({
    id: String(at + 1),
    text,
    why: question.markdown(childOf(element, 'feedbacktext')),
    correct: number === right,
  }));
  return ok({ type: 'MULTIPLE_CHOICE', ...sharedParts(question), options });
}

/** `kprime` and `mtf`: each row belongs to one of its columns, such as true and false. */
export function rowsAndColumns(question: Question): Taken {
  const rows = numbered(question, 'row', 'optiontext').filter(({ text }) => text !== '');
  const columns = numbered(question, 'column', 'responsetext').filter(({ text }) => text !== '');
  const weights = childrenOf(question.element, 'weight').filter((weight) => weightOf(weight) > 0);
  const left = rows.map(({ number, text }, at) => {
    const own = weights.filter(({ attributes }) => attributes.rownumber === number);
    const column = own.length === 1 ? columns.findIndex((one) => one.number === own[0]?.attributes.columnnumber) : -1;
    return { id: `r${at + 1}`, text, match: column < 0 ? '' : `c${column + 1}` };
  });
  const right = columns.map(({ text }, at) => ({ id: `c${at + 1}`, text }));
  if (left.length === 0 || right.length < 2) return notTaken('it has no rows, or fewer than two columns');
  if (left.some(({ match }) => match === '')) return notTaken('a row has no column that is right, or several');
  if (areAlike(left) || areAlike(right)) return notTaken('two of its rows or columns have the same words');
  if (rows.some(({ element }) => question.markdown(childOf(element, 'feedbacktext')) !== '')) question.lose('what is said to each row');
  return ok({ type: 'MATCHING', ...sharedParts(question), left, right });
}

const weightOf = (weight: XmlElement): number => Number(plain(weight, 'value') || '0');
