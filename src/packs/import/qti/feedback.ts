import { isElement, type Markup, type MarkupElement } from '../html/markup.ts';
import { childrenOf } from '../xml-tree.ts';
import { allNamed } from './qti-names.ts';
import type { Processed } from './processing.ts';
import type { QtiItem } from './read-item.ts';
import { outcomeOf, type Scores } from './scores.ts';

/** What the item says once everything is right. Markdown; empty where it says nothing. */
export const explanationOf = (item: QtiItem): string => told(item, item.atBest);

/** What it says to one option: beside it, and because of it alone. */
export function reasonOf(item: QtiItem, scores: Scores, option: MarkupElement): string {
  const { identifier = '' } = option.attributes;
  const beside = option.children.filter(isElement).filter(({ name }) => name === 'feedbackInline');
  const outcomes = outcomeOf(scores, [identifier]);
  const own = beside.filter(({ attributes }) => (outcomes === null ? attributes.identifier === identifier : isShown(attributes, outcomes)));
  const modal = told(item, outcomes);
  const words = [item.words(own), modal === explanationOf(item) ? '' : modal];
  return words.filter((text) => text !== '').join('\n\n');
}

/** The option's own words, without what is said to them. */
export const withoutFeedback = (option: MarkupElement): readonly Markup[] =>
  option.children.filter((child) => !isElement(child) || child.name !== 'feedbackInline');

function told(item: QtiItem, outcomes: Processed | null): string {
  if (outcomes === null) return '';
  const elements = [...childrenOf(item.root, 'modalFeedback'), ...allNamed(item.root, 'feedbackBlock')];
  const shown = elements.filter(({ attributes }) => isShown(attributes, outcomes) && attributes.showHide !== 'hide');
  return shown.map(({ children }) => item.words(children)).filter((text) => text !== '').join('\n\n');
}

function isShown(attributes: MarkupElement['attributes'], { outcomes }: Processed): boolean {
  const values = outcomes.get(attributes.outcomeIdentifier ?? '')?.values ?? [];
  return values.includes(attributes.identifier ?? '');
}
