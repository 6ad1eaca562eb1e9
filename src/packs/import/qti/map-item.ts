import { isElement, type MarkupElement } from '../html/markup.ts';
import type { ImportedItem } from '../imported.ts';
import { childrenOf, type XmlElement } from '../xml-tree.ts';
import { DRAWN } from './draw-item.ts';
import { mapAssociate, mapMatch, mapOrder } from './map-arranged.ts';
import { mapGapMatch, mapInline } from './map-blanks.ts';
import { mapChoice, mapHottext } from './map-choices.ts';
import { mapExtendedText, mapSlider, mapTextEntry } from './map-text.ts';
import { noted, type Outcome } from './mapped.ts';
import { interactionsOf, isInline, type QtiItem } from './read-item.ts';

/** An item that cannot be had at all. */
export function unreadItem(root: XmlElement, why: string): ImportedItem {
  const { identifier = '', title = '' } = root.attributes;
  const interactions = childrenOf(root, 'itemBody').flatMap(({ children }) => interactionsOf(children));
  const kind = interactions[0]?.name ?? 'assessmentItem';
  const told = { sourceId: identifier === '' ? null : identifier, title: title.trim() || identifier, kind };
  return { ...told, status: 'skipped', reason: why, exercise: null };
}

/** An item as the exercises that it makes: one, or one for each of its interactions. */
export function mapItem(item: QtiItem): ImportedItem[] {
  const interactions = interactionsOf(item.body);
  const kind = [...new Set(interactions.map(({ name }) => name))].slice(0, 5).join(', ') || 'assessmentItem';
  const isTooMuch = interactions.length > MOST_INTERACTIONS || interactions.some((one) => sizeOf(one) > MOST_ELEMENTS);
  if (isTooMuch) return [line(item, '', kind, { why: 'it is larger than anything that a person would answer' })];
  if (interactions.length === 0) return [line(item, '', kind, { why: 'there is nothing to answer in it' })];
  const [only] = interactions;
  if (only !== undefined && interactions.length === 1) return [line(item, '', kind, mapOne(item, only))];
  if (interactions.every(isInline)) {
    const outcome = mapInline(item, interactions);
    if ('exercise' in outcome) return [line(item, '', kind, outcome)];
  }
  return interactions.map((one, i) => line(item, `.${i + 1}`, one.name, mapOne(item, one)));
}

const MOST_INTERACTIONS = 100;
/** Of one interaction, all that is in its words among them. */
const MOST_ELEMENTS = 2_000;
const sizeOf = ({ children }: MarkupElement): number =>
  children.filter(isElement).reduce((sum, child) => sum + 1 + sizeOf(child), 0);

function mapOne(item: QtiItem, interaction: MarkupElement): Outcome {
  switch (interaction.name) {
    case 'choiceInteraction':
      return mapChoice(item, interaction);
    case 'hottextInteraction':
      return mapHottext(item, interaction);
    case 'inlineChoiceInteraction':
      return mapInline(item, [interaction]);
    case 'textEntryInteraction':
      return mapTextEntry(item, interaction);
    case 'extendedTextInteraction':
      return mapExtendedText(item, interaction);
    case 'sliderInteraction':
      return mapSlider(item, interaction);
    case 'orderInteraction':
      return mapOrder(item, interaction);
    case 'matchInteraction':
      return mapMatch(item, interaction);
    case 'associateInteraction':
      return mapAssociate(item, interaction);
    case 'gapMatchInteraction':
      return mapGapMatch(item, interaction);
    default:
      return { why: UNASKED.get(interaction.name) ?? `a ${interaction.name} cannot be asked here` };
  }
}

const UNASKED = new Map([
  ...['hotspot', 'selectPoint', 'graphicOrder', 'graphicAssociate', 'graphicGapMatch', 'positionObject'].map(
    (name) => [`${name}Interaction`, `it is answered on a picture (${name}Interaction)`] as const,
  ),
  ['mediaInteraction', 'it is answered by playing a recording (mediaInteraction)'],
  ['uploadInteraction', 'it is answered by a file (uploadInteraction)'],
  ['drawingInteraction', 'it is answered by a drawing (drawingInteraction)'],
  ['customInteraction', 'it is a program of its own (customInteraction)'],
  ['portableCustomInteraction', 'it is a program of its own (portableCustomInteraction)'],
]);

function line(item: QtiItem, suffix: string, kind: string, outcome: Outcome): ImportedItem {
  const { attributes } = item.root;
  const identifier = attributes.identifier ?? '';
  const title = (attributes.title ?? '').trim() || item.plain(item.body).slice(0, 60) || identifier;
  const base = { sourceId: identifier === '' ? null : identifier + suffix, title, kind };
  if ('why' in outcome) return { ...base, status: 'skipped', reason: outcome.why, exercise: null };
  const isAdaptive = attributes.adaptive === 'true';
  const lost = [...item.lost].map((name) => `without ${name}`);
  const reason = noted(item.isDrawn ? DRAWN : '', outcome.note, isAdaptive ? 'asked in one step, not in several as the file has it' : '', ...lost);
  return { ...base, status: reason === '' ? 'imported' : 'degraded', reason, exercise: outcome.exercise };
}
