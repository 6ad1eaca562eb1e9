import type { MarkupElement } from '../html/markup.ts';
import { allNamed } from './qti-names.ts';
import { shared, type Outcome } from './mapped.ts';
import { numberKey } from './number-key.ts';
import { promptOf, type QtiItem } from './read-item.ts';
import { correctOf, type Scores } from './scores.ts';
import { textKey } from './text-key.ts';

const isNumeric = ({ processing, id }: Scores): boolean => /^(?:integer|float)$/.test(processing.responses.get(id)?.baseType ?? '');

/** A word or a number to be written: NUMERIC where the file says that it is one. */
export function mapTextEntry(item: QtiItem, interaction: MarkupElement): Outcome {
  const scores = { processing: item.processing, id: interaction.attributes.responseIdentifier ?? '' };
  const base = shared(item, promptOf(item, interaction));
  const number = isNumeric(scores) ? numberKey(scores) : null;
  if (number !== null) return { exercise: { type: 'NUMERIC', ...base, answer: number.value, absolute: number.absolute }, note: number.note };
  const key = textKey(scores);
  if ('why' in key) return key;
  const { accept, patterns, caseSensitive, note } = key;
  const rules = { accept: [...accept], patterns: [...patterns], caseSensitive };
  const [only] = accept;
  if (isNumeric(scores) && accept.length === 1 && patterns.length === 0 && Number.isFinite(Number(only))) {
    return { exercise: { type: 'NUMERIC', ...base, answer: Number(only) }, note };
  }
  return { exercise: { type: accept.length > 0 ? 'SHORT_TEXT' : 'FREE_FORM', ...base, ...rules }, note };
}

/** A number to be set between two bounds: it is typed here. */
export function mapSlider(item: QtiItem, interaction: MarkupElement): Outcome {
  const { lowerBound = '', upperBound = '', step, responseIdentifier = '' } = interaction.attributes;
  const scores = { processing: item.processing, id: responseIdentifier };
  const [correct] = correctOf(scores);
  const number = numberKey(scores) ?? (correct === undefined ? null : { value: Number(correct), absolute: 0, note: '' });
  if (number === null || !Number.isFinite(number.value)) return { why: 'no key: the file does not say where the slider belongs' };
  const range = `(${lowerBound} – ${upperBound}${step === undefined || step === '1' ? '' : `; steps of ${step}`})`;
  const base = shared(item, `${promptOf(item, interaction)}\n\n${item.words([range])}`);
  return { exercise: { type: 'NUMERIC', ...base, answer: number.value, absolute: number.absolute }, note: number.note };
}

/** An essay, judged by the learner; a key that really scores makes it a SHORT_TEXT. */
export function mapExtendedText(item: QtiItem, interaction: MarkupElement): Outcome {
  const scores = { processing: item.processing, id: interaction.attributes.responseIdentifier ?? '' };
  const isScored = (item.atBest?.score ?? 0) > 0 && correctOf(scores).join('').length <= 100;
  const key = isScored ? textKey(scores) : null;
  if (key !== null && !('why' in key) && key.accept.length > 0) return mapTextEntry(item, interaction);
  const base = shared(item, promptOf(item, interaction));
  const rubrics = allNamed(item.root, 'rubricBlock').filter(({ attributes }) => /scorer|tutor|author/.test(attributes.view ?? ''));
  const criteria = rubrics.map(({ children }) => item.words(children)).filter((text) => text !== '');
  const correct = correctOf(scores).map((text) => item.words([text]));
  const sample = [...correct, base.explanation ?? ''].find((text) => text !== '') ?? '';
  const rubric = {
    criteria: criteria.length > 0 ? criteria : ['The answer says what the task asks for.'],
    sample: sample === '' ? 'The author gave no sample answer.' : sample,
  };
  const note = criteria.length === 0 && sample === '' ? 'the file has neither criteria nor a sample answer' : '';
  return { exercise: { type: 'FREE_FORM', ...base, rubric }, note };
}
