/** A field with `{{c1::answer::hint}}` in it: HTML, and what is left out of it on some cards. */
export type ClozePart = string | Cloze;

export interface Cloze {
  /** The cards that leave it out, from 1. */
  readonly numbers: readonly number[];
  readonly parts: readonly ClozePart[];
  readonly hint: string | null;
}

interface Open {
  readonly tag: string;
  readonly numbers: readonly number[];
  readonly parts: ClozePart[];
}

const TAG = /\{\{c(\d{1,4}(?:,\d{1,4}){0,20})::|\}\}/g;
/** As many as Anki reads. */
const DEEPEST = 8;

/** One that is not closed stays as it is written. */
export function parseCloze(html: string): ClozePart[] {
  const top: ClozePart[] = [];
  const open: Open[] = [];
  const add = (part: ClozePart): void => {
    if (part !== '') (open.at(-1)?.parts ?? top).push(part);
  };
  let at = 0;
  for (const match of html.matchAll(TAG)) {
    const [tag, numbers] = match;
    const isStart = numbers !== undefined;
    if ((isStart && open.length === DEEPEST) || (!isStart && open.length === 0)) continue;
    add(html.slice(at, match.index));
    at = match.index + tag.length;
    if (isStart) open.push({ tag, numbers: numbers.split(',').map(Number), parts: [] });
    else {
      const done = open.pop();
      if (done !== undefined) add(closed(done));
    }
  }
  add(html.slice(at));
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    add(last.tag);
    last.parts.forEach(add);
  }
  return top;
}

/** Behind the first `::` stands the hint. */
function closed({ numbers, parts }: Open): Cloze {
  const index = parts.findIndex((part) => typeof part === 'string' && part.includes('::'));
  const text = parts[index];
  if (typeof text !== 'string') return { numbers, parts, hint: null };
  const cut = text.indexOf('::');
  return { numbers, parts: [...parts.slice(0, index), text.slice(0, cut)], hint: text.slice(cut + 2) };
}

/** The HTML of one card: `hide` gives what stands where this card leaves something out. */
export const renderCloze = (parts: readonly ClozePart[], number: number, hide: (cloze: Cloze) => string): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.numbers.includes(number) ? hide(part) : renderCloze(part.parts, number, hide);
    })
    .join('');

/** All of it, nothing left out. */
export const shownCloze = (parts: readonly ClozePart[]): string => renderCloze(parts, 0, () => '');
