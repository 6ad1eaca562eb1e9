import { ok } from '../../../core/result.ts';
import { childOf } from '../xml-tree.ts';
import { formatOf, notTaken, plain, rawText, type Question, type Taken } from './question.ts';
import { sharedParts } from './shared-parts.ts';

/** An essay is judged by the learner, against what the author told those who grade. */
export function essay(question: Question): Taken {
  const { element } = question;
  if (plain(element, 'responseformat') === 'noinline') return notTaken('it is answered by files handed in');
  if (Number(plain(element, 'attachments') || '0') !== 0) question.lose('files that may be handed in with the answer');
  const info = childOf(element, 'graderinfo');
  const own = info !== null && formatOf(info) === 'markdown' ? readRubric(rawText(info)) : null;
  const sample = question.markdown(info);
  const given = question.markdown(childOf(element, 'responsetemplate'));
  if (given !== '') question.lose('the text that stands in its field at the beginning');
  const shared = sharedParts(question);
  if (own !== null) return ok({ type: 'FREE_FORM', ...shared, rubric: own });
  if (sample !== '') return ok({ type: 'FREE_FORM', ...shared, rubric: { criteria: ['The answer says what graders are told to look for.'], sample } });
  const { explanation } = shared;
  if (explanation === undefined) question.lose('it tells graders nothing, so there is no sample answer to compare with');
  const rubric = { criteria: ['The answer does all that the task asks for.'], sample: explanation ?? 'The question came without a sample answer.' };
  return ok({ type: 'FREE_FORM', ...shared, rubric });
}

interface Rubric {
  criteria: string[];
  sample: string;
}

const BOX = '- [ ] ';

/** Markdown for those who grade: the criteria as boxes, then the sample. */
export const writeRubric = ({ criteria, sample }: Rubric): string =>
  [...criteria.map((criterion) => `${BOX}${criterion.replaceAll('\n', '\n  ')}`), '', sample].join('\n');

/** null where it is no such list. */
export function readRubric(text: string): Rubric | null {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  const criteria: string[] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith(BOX)) criteria.push(line.slice(BOX.length));
    else if (line.startsWith('  ') && criteria.length > 0) criteria.push(`${criteria.pop() ?? ''}\n${line.slice(2)}`);
    else break;
  }
  const sample = lines.slice(at).join('\n').trim();
  return criteria.length === 0 || sample === '' ? null : { criteria, sample };
}
