import { joined, type Block, type Show } from './block.ts';
import type { Context } from './inline-elements.ts';
import { isElement, type Markup, type MarkupElement } from './markup.ts';

/** `previous`: the mark of the list right before, which must not be its own. */
export function listMarkdown(list: MarkupElement, context: Context, previous: string, show: Show): Block[] {
  const isOrdered = list.name === 'ol' && /^1?$/.test(list.attributes.type ?? '');
  const mark = isOrdered ? (previous === '.' ? ')' : '.') : previous === '-' ? '*' : '-';
  const items: string[] = [];
  let isLoose = false;
  let number = startOf(list);
  for (const content of itemsOf(list)) {
    const blocks = show(content, context);
    if (blocks.length === 0) continue;
    const label = list.name === 'ol' && !isOrdered ? `${labelOf(number, list.attributes.type ?? '')}. ` : '';
    if (context.form !== 'blocks') items.push(`${label || (isOrdered ? `${number}. ` : '• ')}${joined(blocks, context)}`);
    else {
      const bullet = isOrdered ? `${number}${mark} ` : `${mark} `;
      isLoose ||= blocks.slice(1).some((block) => block.list === '');
      const text = blocks.reduce((all, block) => (all === '' ? block.text : `${all}\n${block.list === '' ? '\n' : ''}${block.text}`), '');
      items.push(bullet + label + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(bullet.length)}`));
    }
    number += 1;
  }
  if (items.length === 0) return [];
  if (context.form !== 'blocks') return items.map((text) => ({ text, list: '' }));
  return [{ text: items.join(isLoose ? '\n\n' : '\n'), list: mark }];
}

/** What stands in a list beside its items is an item too. */
function itemsOf({ children }: MarkupElement): (readonly Markup[])[] {
  return children.flatMap((child) => {
    if (!isElement(child)) return child.trim() === '' ? [] : [[child]];
    return [child.name === 'li' ? child.children : [child]];
  });
}

function startOf({ attributes }: MarkupElement): number {
  const start = Number(attributes.start ?? 1);
  return Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** `b` for 2, or `ii`, in the case that the list's `type` has. */
function labelOf(number: number, type: string): string {
  const isRoman = type.toLowerCase() === 'i';
  if (!/^[ai]$/i.test(type) || number < 1 || number > (isRoman ? 399 : 26)) return String(number);
  const label = isRoman ? roman(number) : String.fromCharCode(96 + number);
  return type === type.toUpperCase() ? label.toUpperCase() : label;
}

function roman(number: number): string {
  const largest = ROMAN.find(([value]) => value <= number);
  return largest === undefined ? '' : largest[1] + roman(number - largest[0]);
}
