import { parseCloze, renderCloze, shownCloze, type Cloze, type ClozePart } from './cloze.ts';
import type { CardTemplate } from './note-types.ts';
import type { Card, Note } from './note.ts';
import { fieldsIn, renderTemplate, type FieldHtml, type TemplateNode } from './template.ts';

/** A card as Anki would show it, in HTML. */
export interface CardSides {
  /** With a mark (`holeMark`) where something is left out. */
  readonly question: string;
  /** Without the question, which is on the screen anyway. */
  readonly answer: string;
  /** What is left out, by the number of its mark. */
  readonly holes: readonly Hole[];
  /** What `{{hint:…}}` would show on demand. */
  readonly hints: readonly string[];
  /** What has to be typed, where the template asks for it. */
  readonly typed: string | null;
}

export interface Hole {
  readonly answer: string;
  readonly hint: string | null;
}

/** Characters of private use: no card has them, since they are taken out of its fields. */
export const holeMark = (index: number): string => `\ue000${index}\ue001`;
export const HOLE = /\ue000(\d+)\ue001/g;

export function sidesOf(note: Note, card: Card, template: CardTemplate): CardSides {
  const holes: Hole[] = [];
  const hints: string[] = [];
  const valueOf = (name: string): string => (note.fields.get(name) ?? specialOf(note, card, template, name)).replace(/[\ue000-\ue002]/g, '');
  const hide = (cloze: Cloze): string => {
    holes.push({ answer: shownCloze(cloze.parts), hint: cloze.hint });
    return holeMark(holes.length - 1);
  };
  const fieldOn = (side: 'question' | 'answer'): FieldHtml => (name, filters) => {
    const value = valueOf(name);
    if (filters.includes('type') || filters.some((filter) => filter.startsWith('tts'))) return null;
    if (filters.includes('cloze')) return side === 'question' ? renderCloze(clozesOf(note, name, value), card.ord + 1, hide) : null;
    if (filters.includes('hint')) {
      if (side === 'question' && value.trim() !== '') hints.push(value);
      return null;
    }
    return filters.reduce((html, filter) => READINGS[filter]?.(html) ?? html, value);
  };
  const isFull = (name: string): boolean => {
    const [, number] = /^c(\d+)$/.exec(name) ?? [];
    return number === undefined ? !isBlank(valueOf(name)) : Number(number) === card.ord + 1;
  };
  const question = renderTemplate(template.question, fieldOn('question'), isFull);
  const answer = behindRule(renderTemplate(template.answer, fieldOn('answer'), isFull));
  const typing = fieldsIn(template.question).find(({ filters }) => filters.includes('type') && !filters.includes('cloze'));
  return { question, answer, holes, hints, typed: typing === undefined ? null : valueOf(typing.name) };
}

/** A cloze that is only to be typed stands nowhere else on the question's side. */
export const asksForCloze = ({ question }: CardTemplate): boolean =>
  fieldsIn(question).some(({ filters }) => filters.includes('cloze') && !filters.includes('type'));

/** Characters that rendering a card of this note takes at most. */
export function costOf(nodes: readonly TemplateNode[], length: number): number {
  return nodes.reduce(
    (sum, node) => sum + (node.kind === 'text' ? node.html.length : node.kind === 'field' ? length : costOf(node.nodes, length)),
    0,
  );
}

function clozesOf(note: Note, name: string, value: string): readonly ClozePart[] {
  const known = note.clozes.get(name);
  if (known !== undefined) return known;
  const parts = parseCloze(value);
  note.clozes.set(name, parts);
  return parts;
}

function specialOf(note: Note, card: Card, template: CardTemplate, name: string): string {
  if (name === 'Tags') return note.tags;
  if (name === 'Type') return note.type.name;
  if (name === 'Deck') return card.deck;
  if (name === 'Subdeck') return card.deck.split('::').at(-1) ?? '';
  return name === 'Card' ? template.name : '';
}

/** `{{kanji:…}}` and `{{kana:…}}`, of text with its readings: ` 漢字[かんじ]`. */
const READINGS: { readonly [filter: string]: ((html: string) => string) | undefined } = {
  kanji: (html) => html.replace(/\[(?!sound:)[^[\]]{0,100}\]/g, ''),
  kana: (html) => html.replace(/ ?[^\s<>[\]]{1,100}\[(?!sound:)([^[\]]{0,100})\]/g, '$1'),
};

const isBlank = (html: string): boolean => html.replace(/<\/?(?:br|div|p)\b[^>]{0,200}>|&nbsp;/gi, '').trim() === '';

/** Anki's own templates put the answer behind a rule of this name. */
function behindRule(html: string): string {
  const rule = /<hr\b[^>]{0,200}?\bid\s*=\s*["']?answer\b[^>]{0,200}>/i.exec(html);
  if (rule === null) return html;
  const behind = html.slice(rule.index + rule[0].length);
  return isBlank(behind) ? html.slice(0, rule.index) : behind;
}
