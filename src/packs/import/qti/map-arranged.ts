import { isElement, type MarkupElement } from '../html/markup.ts';
import { idAt, noted, shared, type Outcome } from './mapped.ts';
import { pairsKey, type PairsKey } from './pairs-key.ts';
import { promptOf, type QtiItem } from './read-item.ts';
import { correctOf, NO_KEY, scoreOf, UNREAD } from './scores.ts';

export function mapOrder(item: QtiItem, interaction: MarkupElement): Outcome {
  const scores = { processing: item.processing, id: interaction.attributes.responseIdentifier ?? '' };
  const choices = interaction.children.filter(isElement).filter(({ name }) => name === 'simpleChoice');
  const identifiers = choices.map(({ attributes }) => attributes.identifier ?? '');
  const correct = correctOf(scores);
  if (correct.length === 0) return { why: NO_KEY };
  if (correct.length !== identifiers.length || correct.some((id) => !identifiers.includes(id))) {
    return { why: 'only some of its items are to be put in order, which cannot be asked here' };
  }
  const isRead = item.processing.rules === null || scoreOf(scores, correct) !== null;
  const items = choices.map(({ children }, i) => ({ id: idAt(i), text: item.words(children, 'words') }));
  const order = correct.map((id) => idAt(identifiers.indexOf(id)));
  const base = shared(item, promptOf(item, interaction));
  return { exercise: { type: 'ORDERING', ...base, items, orders: [order] }, note: isRead ? '' : UNREAD };
}

interface Card {
  readonly identifier: string;
  readonly text: string;
}

/** Two sets, whose members belong together. */
export function mapMatch(item: QtiItem, interaction: MarkupElement): Outcome {
  const [left = [], right = []] = interaction.children
    .filter(isElement)
    .filter(({ name }) => name === 'simpleMatchSet')
    .map((set) => cardsOf(item, set));
  const key = pairsKey({ processing: item.processing, id: interaction.attributes.responseIdentifier ?? '' });
  if ('why' in key) return key;
  const flipped = { ...key, pairs: key.pairs.map(([a, b]) => [b, a] as const) };
  if (isFunction(left, key)) return matching(item, interaction, left, right, key);
  if (isFunction(right, flipped)) return matching(item, interaction, right, left, flipped);
  if (left.every(({ identifier }) => key.pairs.filter(([from]) => from === identifier).length <= 1)) {
    return withNone(item, interaction, left, right, key);
  }
  return ticked(item, interaction, left.flatMap((a) => right.map((b) => [a, b] as const)), key);
}

/** What belongs to nothing is to be given to a dash. */
function withNone(item: QtiItem, interaction: MarkupElement, left: readonly Card[], right: readonly Card[], key: PairsKey): Outcome {
  const alone = left.filter(({ identifier }) => !key.pairs.some(([from]) => from === identifier));
  const pairs = [...key.pairs, ...alone.map(({ identifier }) => [identifier, ''] as const)];
  const note = noted(key.note, 'what belongs to nothing is to be matched with a dash');
  return matching(item, interaction, left, [...right, { identifier: '', text: '—' }], { pairs, note });
}

/** One set, whose members belong together in pairs: where each stands in one at most, the first of each pair is given. */
export function mapAssociate(item: QtiItem, interaction: MarkupElement): Outcome {
  const cards = cardsOf(item, interaction);
  const key = pairsKey({ processing: item.processing, id: interaction.attributes.responseIdentifier ?? '' });
  if ('why' in key) return key;
  const named = key.pairs.flat();
  if (new Set(named).size === named.length && key.pairs.length > 0) {
    const left = cards.filter(({ identifier }) => key.pairs.some(([first]) => first === identifier));
    const right = cards.filter((card) => !left.includes(card));
    const note = noted(key.note, 'one of each pair is given, the other is to be found');
    if (right.length > 1) return matching(item, interaction, left, right, { ...key, note });
  }
  return ticked(item, interaction, cards.flatMap((a, i) => cards.slice(i + 1).map((b) => [a, b] as const)), key);
}

const cardsOf = (item: QtiItem, set: MarkupElement): Card[] =>
  set.children
    .filter(isElement)
    .filter(({ name }) => name === 'simpleAssociableChoice')
    .map(({ attributes, children }) => ({ identifier: attributes.identifier ?? '', text: item.words(children, 'words') }));

/** Whether each has exactly one partner. */
const isFunction = (cards: readonly Card[], { pairs }: PairsKey): boolean =>
  cards.length > 0 && cards.every(({ identifier }) => pairs.filter(([from]) => from === identifier).length === 1);

function matching(item: QtiItem, interaction: MarkupElement, left: readonly Card[], right: readonly Card[], key: PairsKey): Outcome {
  const idOf = (identifier: string): string => idAt(right.findIndex((card) => card.identifier === identifier));
  const exercise = {
    type: 'MATCHING' as const,
    ...shared(item, promptOf(item, interaction)),
    left: left.map(({ identifier, text }, i) => ({
      ...{ id: idAt(i), text, match: idOf(key.pairs.find(([from]) => from === identifier)?.[1] ?? '') },
    })),
    right: right.map(({ text }, i) => ({ id: idAt(i), text })),
  };
  return { exercise, note: key.note };
}

const MOST_PAIRS = 40;

/** Every pair as an option: for whatever belongs to none or to several. */
function ticked(item: QtiItem, interaction: MarkupElement, pairs: readonly (readonly [Card, Card])[], key: PairsKey): Outcome {
  if (pairs.length > MOST_PAIRS) return { why: `its items belong to none or several, and ${pairs.length} pairs are too many to choose from` };
  const isRight = (a: Card, b: Card): boolean =>
    key.pairs.some(([x, y]) => (x === a.identifier && y === b.identifier) || (x === b.identifier && y === a.identifier));
  const options = pairs.map(([a, b], i) => ({ id: idAt(i), text: `${a.text} – ${b.text}`, why: '', correct: isRight(a, b) }));
  const base = shared(item, promptOf(item, interaction));
  return { exercise: { type: 'MULTI_SELECT', ...base, options }, note: noted(key.note, 'its pairs are to be chosen from a list') };
}
