import { longestTicks } from './inline-markdown.ts';
import { isElement, type Markup, type MarkupElement } from './markup.ts';

export function codeBlock(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestTicks(code) + 1));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** The words of preformatted text, its line breaks too. */
export const linesOfCode = ({ children }: MarkupElement): string => linesOf(children).replace(/\r\n?/g, '\n');

const linesOf = (nodes: readonly Markup[]): string =>
  nodes
    .map((node) => {
      if (!isElement(node)) return node;
      if (node.name === 'br') return '\n';
      return LINES.has(node.name) ? `${linesOf(node.children)}\n` : linesOf(node.children);
    })
    .join('');
/** Those that end with their line. */
const LINES = new Set(['p', 'div', 'li', 'tr', 'pre', 'blockquote']);

/** Of `language-python`, `lang-python` or `brush: python`; empty where none is named. */
export function languageOf(pre: MarkupElement): string {
  const inside = pre.children.filter(isElement).find(({ name }) => name === 'code');
  const classes = `${pre.attributes.class ?? ''} ${inside?.attributes.class ?? ''}`;
  return /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#-]+)/i.exec(classes)?.[1]?.toLowerCase() ?? '';
}
