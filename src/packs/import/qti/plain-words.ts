import { folded, isElement, wordsOf, type Markup } from '../html/markup.ts';
import { mathText } from '../html/math-text.ts';
import { raised } from '../html/raised-text.ts';

const LINES = /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|table|thead|tbody|tfoot|blockquote|pre|section|article|figure|figcaption|caption|hr)$/;
/** Of spaces and line breaks that stand for themselves until the text is folded. */
const [LINE, SPACE] = ['\ue000', '\ue001'];

/** Markup as plain text, a line for each of its blocks. Spaces are folded as HTML does. */
export function plainWords(nodes: readonly Markup[], lost: Set<string>): string {
  return linesOf(nodes, lost)
    .replace(/[ \t\n\r]+/g, ' ')
    .replaceAll(SPACE, ' ')
    .split(LINE)
    .map((line) => line.trimEnd().replace(/^ (?! )/, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function linesOf(nodes: readonly Markup[], lost: Set<string>): string {
  return nodes
    .map((node): string => {
      if (!isElement(node)) return node;
      const { name, attributes, children } = node;
      if (name === 'br') return LINE;
      if (name === 'img' || name === 'object' || name === 'video' || name === 'audio' || name === 'svg') {
        lost.add('a picture');
        return folded(attributes.alt ?? wordsOf(children));
      }
      if (name === 'math') return mathText(node);
      if (name === 'sub' || name === 'sup') {
        const words = folded(wordsOf(children)).trim();
        return raised(words, name) ?? `${name === 'sup' ? '^' : '_'}(${linesOf(children, lost)})`;
      }
      if (name === 'pre') return LINE + wordsOf(children).replace(/\r\n?|\n/g, LINE).replace(/[ \t]/g, SPACE) + LINE;
      const inside = (name === 'li' ? '• ' : '') + linesOf(children, lost);
      if (name === 'td' || name === 'th') return `${inside} ${SPACE}| `;
      return LINES.test(name) ? LINE + inside.replace(/ \ue001\| $/, '') + LINE : inside;
    })
    .join('');
}
