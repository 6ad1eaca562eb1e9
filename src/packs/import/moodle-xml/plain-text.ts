import { folded, isElement, type Markup, type MarkupElement } from '../html/markup.ts';
import { raised } from '../html/raised-text.ts';

const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(' '),
);
const APART = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const DROPPED = new Set(['script', 'style', 'template', 'head', 'title', 'annotation']);

export const isBlock = (node: Markup): boolean => isElement(node) && BLOCKS.has(node.name);

/** Markup as plain text: paragraphs, lines, the marks of lists. `picture` is told of each picture, which has no place here. */
export function plainText(nodes: readonly Markup[], picture: (image: MarkupElement) => void = () => undefined): string {
  let written = '';
  /** Line breaks that are due before the next words. */
  let due = 0;
  const breakLines = (count: number) => { due = Math.max(due, count); };
  const put = (text: string) => {
    if (text === '') return;
    const isFirst = written === '' || due > 0 || /[\s]$/.test(written);
    const words = isFirst ? text.replace(/^ /, '') : text;
    if (words === '') return;
    if (written !== '') written = due > 0 ? `${written.trimEnd()}${'\n'.repeat(due)}` : written;
    due = 0;
    written += words;
  };
  const putCode = (text: string) => {
    if (written !== '') written = `${written.trimEnd()}\n\n`;
    due = 0;
    written += text.replace(/^\n/, '').trimEnd();
  };

  const walk = (node: Markup): void => {
    if (!isElement(node)) {
      put(folded(node));
      return;
    }
    const { name, children } = node;
    if (DROPPED.has(name)) return;
    if (name === 'img') picture(node);
    else if (name === 'br') breakLines(due + 1);
    else if (name === 'sub' || name === 'sup') put(script(plainText(children, picture), name));
    else if (name === 'pre') putCode(codeOf(children));
    else {
      const lines = APART.has(name) ? 2 : isBlock(node) ? 1 : 0;
      breakLines(lines);
      if (name === 'li') put('- ');
      children.forEach((child, at) => {
        const isCell = isElement(child) && (child.name === 'td' || child.name === 'th');
        if (isCell && children.slice(0, at).some(isElement)) put(' | ');
        walk(child);
      });
      breakLines(lines);
    }
  };
  nodes.forEach(walk);
  return written.trim();
}

const script = (text: string, kind: 'sub' | 'sup'): string => raised(text, kind) ?? (kind === 'sup' ? `^(${text})` : `_(${text})`);

const codeOf = (nodes: readonly Markup[]): string =>
  nodes.map((node) => (isElement(node) ? (node.name === 'br' ? '\n' : codeOf(node.children)) : node)).join('');
