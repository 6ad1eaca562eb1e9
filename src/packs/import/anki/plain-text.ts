import { folded, isElement, parseHtml, type Markup } from '../html/markup.ts';
import { isDropped, isHidden } from '../html/inline-elements.ts';

const BLOCKS = new Set('address article blockquote center dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(' '));

/** What HTML says, without its looks: lines where it breaks them, pictures left out, the spaces of code kept. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return tidied(folded(html));
  const pieces: string[] = [];
  addText(parseHtml(html), pieces, false);
  return tidied(pieces.join(''));
}

function addText(nodes: readonly Markup[], pieces: string[], isCode: boolean): void {
  for (const node of nodes) {
    if (!isElement(node)) pieces.push(isCode ? node.replaceAll(' ', KEPT).replaceAll('\t', KEPT.repeat(4)) : folded(node));
    else if (node.name === 'br') pieces.push('\n');
    else if (!isDropped(node) && !isHidden(node)) {
      const isBlock = BLOCKS.has(node.name);
      if (isBlock) pieces.push('\n');
      else if (node.name === 'td' || node.name === 'th') pieces.push(' ');
      addText(node.children, pieces, isCode || node.name === 'pre');
      if (isBlock) pieces.push('\n');
    }
  }
}

/** Stands for a space of code until the others are folded. */
const KEPT = '\ue002';

const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').replace(/ {2,}/g, ' ').trim().replaceAll(KEPT, ' '))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
