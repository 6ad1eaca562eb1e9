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

const SIGNS = ['\\', ...'`*_{}[]()#+-.!|<>~=&;:/@"$^%?,'.match(/./g) ?? [], "'", '\n', '\n\n', ' ', '  ', '1.', '12)', '---', '***', '```', 'http://', 'www.', '&amp;', '&#65;', '- ', '> '];
const words = fc.oneof(fc.constantFrom(...SIGNS), fc.constantFrom('a', 'b', 'Ab', '7', 'é', '漢', 'x.yz'), fc.string({ maxLength: 3 }));
const text = fc.array(words, { maxLength: 14 }).map((parts) => parts.join('').replace(/[\0\r\p{Cc}]/gu, (c) => (c === '\n' ? c : '')));

test('any text is shown by Markdown as HTML shows it', () => {
  fc.assert(
    fc.property(text, (given) => {
      const markdown = toMarkdown(escapeHtml(given));
      expect(blockShown(markdown)).toBe(folded(given));
      expect(lineShown(markdown)).toBe(folded(given));
    }),
    { numRuns: 100 },
  );
});

test('any plain text is shown by Markdown as it stands', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(blockShown(plainToMarkdown(given))).toBe(folded(given));
    }),
    { numRuns: 100 },
  );
});

const wrap = (tags: readonly string[]) => (inside: string) => fc.constantFrom(...tags).map((tag) => `<${tag}>${inside}</${tag.replace(/ .*/, '')}>`);
const INLINE = ['b', 'i', 'em', 'del', 'code', 'span', 'a href="https://example.org/a_(b)*"', 'a href="/local"'];
const inline = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text.map(escapeHtml), tie('nodes').chain(wrap(INLINE))),
})).nodes;

test('any mixture of emphasis, code and links keeps its text', () => {
  fc.assert(
    fc.property(inline, (html) => {
      const { markdown } = htmlToMarkdown(html);
      expect(blockShown(markdown)).toBe(shown(html));
      expect(lineShown(htmlToMarkdown(html, { form: 'words' }).markdown)).toBe(shown(html));
    }),
    { numRuns: 100 },
  );
});

const cells = fc.array(inline.map((html) => `<td>${html}</td>`), { minLength: 2, maxLength: 3 }).map((row) => `<tr>${row.join('')}</tr>`);
const BLOCKS = [
  ['<p>', '</p>'],
  ['<div>', '</div>'],
  ['<ul><li>', '</li></ul>'],
  ['<ol><li>', '</li></ol>'],
  ['<ul><li>x</li><li>', '</li><li>y</li></ul>'],
  ['<blockquote>', '</blockquote>'],
] as const;
const blocks = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 3 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inline.map((html) => `<p>${html}</p>`),
    inline.map((html) => `<pre>${html}</pre><h2>${html}</h2>`),
    cells.map((row) => `<table>${row}</table>`),
    fc.tuple(tie('nodes'), fc.constantFrom(...BLOCKS)).map(([inside, [start, end]]) => start + inside + end),
  ),
})).nodes;

test('any mixture of blocks keeps its text', () => {
  fc.assert(
    fc.property(blocks, (html) => {
      expect(blockShown(toMarkdown(html))).toBe(shown(html));
    }),
    { numRuns: 50 },
  );
});

test('each element has its Markdown', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<p>a<br>b</p>', 'a\\\nb'],
    ['<ul><li>a<ul><li>b</li></ul></li></ul><ul><li>c</li></ul>', '- a\n  - b\n\n* c'],
    ['<ol type="A"><li>a</li><li>b</li></ol>', '- A. a\n- B. b'],
    ['<pre><code class="language-python">x = "```"\n  y</code></pre>', '````python\nx = "```"\n  y\n````'],
    ['<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td><p>x</p><p>y</p></td></tr></table>', '| a | b |\n| --- | --- |\n| 1\\|2 | x y |'],
    ['x<sup>2</sup> H<sub>2</sub>O', 'x² H₂O'],
    ['<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>', 'a/(b+1)'],
    ['<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\frac{1}{2}</annotation></semantics></math>', '\\\\frac{1}{2}'],
    ['<a href="javascript:alert(1)">x</a> <a href="https://e.org/?a=1&amp;b">y</a>', 'x [y](https://e.org/?a=1&amp;b)'],
    ['a<script>alert(1)</script><!-- b --><style>c</style>', 'a'],
    ['an &lt;img src=x&gt; tag', 'an &lt;img src=x> tag'],
  ];
  for (const [html, markdown] of cases) expect(toMarkdown(html)).toBe(markdown);
});

test('what is lost is told, and pictures are named', () => {
  const html = '<p>a<sup>§</sup><img src="cup.png" alt="a [cup]"><video src="x"></video><iframe src="y"></iframe></p>';
  const told = htmlToMarkdown(html, { imagePath: (source) => `pictures/${source}` });
  expect(told).toEqual({ markdown: 'a^(§)![a \\[cup\\]](pictures/cup.png)', lost: ['superscript', 'a video', 'embedded content'], images: ['cup.png'] });
  expect(htmlToMarkdown(html, { imagePath: () => null }).markdown).toBe('a^(§)a \\[cup\\]');
});

test('depth, rows of attributes and endless paragraphs neither overflow nor hang', () => {
  const started = performance.now();
  for (const html of ['<div>'.repeat(20_000), `<a ${'b '.repeat(20_000)}>x`, 'a<b>b</b><i>c</i>'.repeat(4_000), 'a<br>'.repeat(10_000)]) {
    expect(typeof toMarkdown(html)).toBe('string');
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});
