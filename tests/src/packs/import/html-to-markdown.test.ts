import fc from 'fast-check';
import { Marked } from 'marked';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { htmlToMarkdown, plainToMarkdown } from '../../../../src/packs/import/html-to-markdown.ts';

const marked = new Marked({ gfm: true });
const toMarkdown = (html: string) => htmlToMarkdown(html).markdown;

/** What a reader sees of HTML: its text, white space folded. */
function shown(html: string): string {
  const textOf = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string =>
    nodes.map((node) => ('value' in node ? node.value : 'tagName' in node ? ` ${textOf(node.childNodes)} `.slice(isInline(node) ? 1 : 0, isInline(node) ? -1 : undefined) : '')).join('');
  return textOf(parseFragment(html).childNodes).replace(/\s+/g, ' ').trim();
}
const isInline = ({ tagName }: { tagName: string }) => /^(?:a|b|i|em|strong|del|code|span)$/.test(tagName);
const blockShown = (markdown: string) => shown(marked.parse(markdown, { async: false }));
const lineShown = (markdown: string) => shown(marked.parseInline(markdown, { async: false }));

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const folded = (text: string) => text.replace(/[\s\u0085]+/g, ' ').trim();

const SIGNS = [...'\\`*_{}[]()#+-.!|<>~=&;:/@"\'$^%?,', '\n', '\n\n', ' ', '  ', '1.', '12)', '---', '***', '```', 'http://', 'www.', '&amp;', '&#65;', '- ', '> '];
const words = fc.oneof(fc.constantFrom(...SIGNS), fc.constantFrom('a', 'b', 'Ab', '7', 'é', '漢', 'x.yz'), fc.string({ maxLength: 3 }));
const text = fc.array(words, { maxLength: 14 }).map((parts) => parts.join('').replace(/[\0\r\p{Cc}]/gu, (c) => (c === '\n' ? c : '')));

test('any text is shown by Markdown as HTML shows it', () => {
  fc.assert(
    fc.property(text, (given) => {
      const markdown = toMarkdown(escapeHtml(given));
      expect(blockShown(markdown)).toBe(folded(given));
      expect(lineShown(markdown)).toBe(folded(given));
    }),
    { numRuns: 2000 },
  );
});

test('any plain text is shown by Markdown as it stands', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(blockShown(plainToMarkdown(given))).toBe(folded(given));
    }),
    { numRuns: 2000 },
  );
});
