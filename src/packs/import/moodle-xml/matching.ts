import { ok } from '../../../core/result.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { plainToMarkdown } from '../html-to-markdown.ts';
import { notTaken, plain, rawText, type Question, type Taken } from './question.ts';
import { partIds, sharedParts } from './shared-parts.ts';

/** `matching`, whose answers are plain text, and `ddmatch`, whose answers are HTML. */
export function matching(question: Question, answersAre: 'plain' | 'html'): Taken {
  const rows = childrenOf(question.element, 'subquestion').flatMap((row) => {
    const answer = childOf(row, 'answer');
    const answerText = answer === null ? '' : answerWords(question, answer, answersAre);
    return answer === null || answerText === '' ? [] : [{ row, answer, answerText, text: question.markdown(row, 'words') }];
  });
  const answers = new Map(rows.map(({ answer, answerText }) => [answerText, answer]));
  const rightIds = partIds([...answers.values()]);
  const right = inPlace([...answers].map(([text, answer], at) => ({ id: rightIds[at] ?? '', text, answer })));
  const asked = rows.filter(({ text }) => text !== '');
  const leftIds = partIds(asked.map(({ row }) => row));
  const left = asked.map(({ text, answerText }, at) => ({
    id: leftIds[at] ?? '',
    text,
    match: right.find((item) => item.text === answerText)?.id ?? '',
  }));
  const unlike = new Map(left.map((item) => [item.text, item]));
  if (unlike.size < left.length) {
    if (left.some((item) => unlike.get(item.text)?.match !== item.match)) return notTaken('two of its questions have the same words and different answers');
    question.lose('a pair that stands there twice');
  }
  if (left.length === 0) return notTaken('it has no pairs');
  if (right.length < 2) return notTaken('all its pairs have the same answer');
  return ok({ type: 'MATCHING', ...sharedParts(question), left: [...unlike.values()], right: right.map(({ id, text }) => ({ id, text })) });
}

function answerWords(question: Question, answer: XmlElement, answersAre: 'plain' | 'html'): string {
  const isPlain = answersAre === 'plain' && answer.attributes.format === undefined;
  return isPlain ? plainToMarkdown(rawText(answer)) : question.markdown(answer, 'words');
}

/** In the order of the file. */
export function ordering(question: Question): Taken {
  const answers = childrenOf(question.element, 'answer');
  const ids = partIds(answers);
  const items = answers.map((answer, at) => ({ id: ids[at] ?? '', text: question.markdown(answer, 'words'), answer })).filter(({ text }) => text !== '');
  if (items.length < 2) return notTaken('it has fewer than two items');
  if (new Set(items.map(({ text }) => text)).size < items.length) return notTaken('two of its items have the same words');
  const select = plain(question.element, 'selecttype').toUpperCase();
  if (select !== '' && select !== '0' && select !== 'ALL') question.lose('only some of its items are shown there, all of them here');
  const { prompt, ...shared } = sharedParts(question);
  return ok({ type: 'ORDERING', prompt: prompt === '' ? 'Put these in order.' : prompt, ...shared, ...ordered(items) });
}

interface Item {
  readonly id: string;
  readonly text: string;
  readonly answer: XmlElement;
}

/** Our own export tells in which place each stood, where the right order is another. */
const inPlace = (items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => Number(a.answer.attributes.place ?? '0') - Number(b.answer.attributes.place ?? '0'));

function ordered(right: readonly Item[]) {
  const shown = inPlace(right);
  const order = right.map(({ id }) => id);
  const items = shown.map(({ id, text }) => ({ id, text }));
  return shown.every(({ id }, at) => id === order[at]) ? { items } : { items, orders: [order] };
}
