import { isElement, type Markup, type MarkupElement } from '../html/markup.ts';
import { multipleKey, singleKey } from './choice-key.ts';
import { reasonOf, withoutFeedback } from './feedback.ts';
import { idAt, shared, type Outcome } from './mapped.ts';
import { promptOf, replaced, type QtiItem } from './read-item.ts';
import type { Scores } from './scores.ts';

/** Options to choose from: MULTIPLE_CHOICE, MULTI_SELECT, or TRUE_FALSE where they are these two words. */
export function mapChoice(item: QtiItem, interaction: MarkupElement): Outcome {
  const options = interaction.children.filter(isElement).filter(({ name }) => name === 'simpleChoice');
  const texts = options.map((option) => item.words(withoutFeedback(option), 'words'));
  return chosen(item, interaction, options, texts, null);
}

/** Words of a text to choose from: they stand out in it, and are named again as options. */
export function mapHottext(item: QtiItem, interaction: MarkupElement): Outcome {
  const options = hottextsOf(interaction.children);
  const plain = options.map((option) => item.plain(option.children));
  const names = plain.map((text, i) => (plain.indexOf(text) === plain.lastIndexOf(text) ? text : `${text} (${plain.slice(0, i + 1).filter((other) => other === text).length})`));
  let at = 0;
  const shown = replaced(interaction.children, (element) => {
    if (element.name === 'prompt') return [];
    if (element.name !== 'hottext') return null;
    const name = names[at] ?? '';
    at += 1;
    return [{ name: 'strong', attributes: {}, children: [name] }];
  });
  return chosen(item, interaction, options, names.map((name) => item.words([name], 'words')), shown);
}

const hottextsOf = (nodes: readonly Markup[]): MarkupElement[] =>
  nodes.filter(isElement).flatMap((node) => (node.name === 'hottext' ? [node] : hottextsOf(node.children)));

function chosen(
  item: QtiItem,
  interaction: MarkupElement,
  options: readonly MarkupElement[],
  texts: readonly string[],
  shown: readonly Markup[] | null,
): Outcome {
  const id = interaction.attributes.responseIdentifier ?? '';
  const scores: Scores = { processing: item.processing, id };
  const isMultiple = item.processing.responses.get(id)?.cardinality === 'multiple';
  const identifiers = options.map(({ attributes }) => attributes.identifier ?? '');
  const key = isMultiple ? multipleKey(scores, identifiers) : singleKey(scores, identifiers);
  if ('why' in key) return key;
  const base = shared(item, promptOf(item, interaction, shown));
  const reasons = options.map((option) => (isMultiple ? besideOf(item, scores, option) : reasonOf(item, scores, option)));
  const right = identifiers.map((identifier) => key.right.includes(identifier));
  const isOneOnly = !isMultiple || (interaction.attributes.maxChoices === '1' && key.right.length === 1);
  const words = texts.map((text) => text.toLowerCase().replace(/\W/g, ''));
  if (isOneOnly && texts.length === 2 && words.includes('true') && words.includes('false')) {
    const why = { true: reasons[words.indexOf('true')] ?? '', false: reasons[words.indexOf('false')] ?? '' };
    return { exercise: { type: 'TRUE_FALSE', ...base, answer: right[words.indexOf('true')] === true, why }, note: key.note };
  }
  const type = isOneOnly ? 'MULTIPLE_CHOICE' : 'MULTI_SELECT';
  const written = texts.map((text, i) => ({ id: idAt(i), text, why: reasons[i] ?? '', correct: right[i] === true }));
  return { exercise: { type, ...base, options: written }, note: key.note };
}

/** Of several that may be chosen, only what stands beside each: the rest speaks of the whole answer. */
function besideOf(item: QtiItem, scores: Scores, option: MarkupElement): string {
  const beside = option.children.filter(isElement).filter(({ name }) => name === 'feedbackInline');
  return beside.length === 0 ? '' : reasonOf({ ...item, root: { ...item.root, children: [] } }, scores, option);
}
