import { isElement, type Markup, type MarkupElement } from '../html/markup.ts';
import { singleKey } from './choice-key.ts';
import { noted, shared, type Outcome } from './mapped.ts';
import { numberKey } from './number-key.ts';
import { pairsKey } from './pairs-key.ts';
import { isInteraction, replaced, type QtiItem } from './read-item.ts';
import { NO_KEY, type Keyless, type Scores } from './scores.ts';
import { textKey } from './text-key.ts';

interface Blank {
  readonly accept: string[];
  readonly patterns?: string[];
  readonly caseSensitive: boolean;
  readonly choices?: string[];
}
type BlankOutcome = { readonly blank: Blank; readonly note: string } | Keyless;

/** Gaps in a text, to be typed or picked; every interaction of the item is one. */
export function mapInline(item: QtiItem, interactions: readonly MarkupElement[]): Outcome {
  const outcomes = interactions.map((one) => (one.name === 'inlineChoiceInteraction' ? picked(item, one) : typed(item, one)));
  const isIn = (nodes: readonly Markup[]): boolean =>
    nodes.some((node) => isElement(node) && (isInteraction(node) || isIn(node.children)));
  const nodes = unwrapped(item.body);
  const from = nodes.findIndex((node) => isIn([node]));
  return filled(item, item.words(nodes.slice(0, from)), nodes.slice(from), interactions, outcomes);
}

/** Words to be put into the gaps of a text. */
export function mapGapMatch(item: QtiItem, interaction: MarkupElement): Outcome {
  const inside = interaction.children.filter(isElement);
  if (inside.some(({ name }) => name === 'gapImg')) return { why: PICTURES };
  const cards = inside.filter(({ name }) => name === 'gapText');
  const choices = [...new Set(cards.map(({ children }) => item.plain(children)))];
  if (choices.includes('')) return { why: PICTURES };
  const key = pairsKey({ processing: item.processing, id: interaction.attributes.responseIdentifier ?? '' });
  if ('why' in key) return key;
  const gaps = gapsOf(inside);
  const outcomes = gaps.map(({ attributes }): BlankOutcome => {
    const accept = key.pairs
      .filter((pair) => pair.includes(attributes.identifier ?? ''))
      .flatMap((pair) => cards.filter((card) => pair.includes(card.attributes.identifier ?? '')))
      .map(({ children }) => item.plain(children));
    if (accept.length > 0) return { blank: { accept: [...new Set(accept)], caseSensitive: true, choices }, note: key.note };
    return { blank: { accept: [EMPTY], caseSensitive: true, choices: [...choices, EMPTY] }, note: noted(key.note, 'a gap that stays empty has a choice of its own') };
  });
  const prompts = inside.filter(({ name }) => name === 'prompt').map((prompt) => ({ ...prompt, name: 'div' }));
  const before = replaced(item.body, (element) => (isInteraction(element) ? (element === interaction ? prompts : []) : null));
  const text = interaction.children.filter((child) => !isElement(child) || (child.name !== 'prompt' && child.name !== 'gapText'));
  return filled(item, item.words(before), text, gaps, outcomes);
}

const EMPTY = '—';
const PICTURES = 'pictures are to be put into gaps, which cannot be asked here';

const gapsOf = (nodes: readonly Markup[]): MarkupElement[] =>
  nodes.filter(isElement).flatMap((node) => (node.name === 'gap' ? [node] : gapsOf(node.children)));

function filled(
  item: QtiItem,
  before: string,
  nodes: readonly Markup[],
  gaps: readonly MarkupElement[],
  outcomes: readonly BlankOutcome[],
): Outcome {
  const keyless = outcomes.find((outcome) => 'why' in outcome);
  if (keyless !== undefined) return keyless;
  const told = outcomes.flatMap((outcome) => ('why' in outcome ? [] : [outcome]));
  if (told.length === 0) return { why: NO_KEY };
  const marked = replaced(nodes, (element) => {
    const at = gaps.indexOf(element);
    return at < 0 ? null : [`${START}b${at + 1}${END}`];
  });
  const text = item.plain(marked).replaceAll('{{', '{ {').replaceAll(START, '{{').replaceAll(END, '}}');
  const exercise = {
    type: 'FILL_BLANKS' as const,
    ...shared(item, before === '' ? 'Fill in the blanks.' : before),
    text,
    blanks: told.map(({ blank }, i) => ({ id: `b${i + 1}`, ...blank })),
  };
  return { exercise, note: noted(...told.map(({ note }) => note)) };
}

/** Stand for the braces of a blank until those of the author are out of the way. */
const [START, END] = ['\ue010', '\ue011'];

/** The one element that holds all, taken away: what stands before the first gap is the task. */
function unwrapped(nodes: readonly Markup[]): readonly Markup[] {
  const [only, ...others] = nodes.filter((node) => isElement(node) || node.trim() !== '');
  const isWrapper = only !== undefined && others.length === 0 && isElement(only) && /^(?:div|section|article)$/.test(only.name);
  return isWrapper ? unwrapped(only.children) : nodes;
}

function picked(item: QtiItem, interaction: MarkupElement): BlankOutcome {
  const options = interaction.children.filter(isElement).filter(({ name }) => name === 'inlineChoice');
  const scores = { processing: item.processing, id: interaction.attributes.responseIdentifier ?? '' };
  const key = singleKey(scores, options.map(({ attributes }) => attributes.identifier ?? ''));
  if ('why' in key) return key;
  const textOf = (option: MarkupElement): string => item.plain(option.children) || EMPTY;
  const accept = options.filter(({ attributes }) => key.right.includes(attributes.identifier ?? '')).map(textOf);
  return { blank: { accept, caseSensitive: true, choices: [...new Set(options.map(textOf))] }, note: key.note };
}

function typed(item: QtiItem, interaction: MarkupElement): BlankOutcome {
  const scores: Scores = { processing: item.processing, id: interaction.attributes.responseIdentifier ?? '' };
  const key = textKey(scores);
  if ('why' in key) return key;
  const baseType = item.processing.responses.get(scores.id)?.baseType ?? '';
  const number = /^(?:integer|float)$/.test(baseType) ? numberKey(scores) : null;
  if (number !== null && number.absolute > 0) return { why: TOLERANT };
  if (key.accept.length === 0) return { why: 'a gap is graded by a pattern, and no answer to it is named' };
  return { blank: { accept: [...key.accept], patterns: [...key.patterns], caseSensitive: key.caseSensitive }, note: key.note };
}

/** A gap among others holds words alone. */
export const TOLERANT = 'a gap takes every number within a range';
