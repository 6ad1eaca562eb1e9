import DOMPurify, { type Config } from 'dompurify';
import { Marked, type Tokens, type TokensList } from 'marked';
import { codeToHtml } from './course-text-highlight.ts';

/**
 * The one path of course text to the screen: Markdown → HTML → DOMPurify. Packs are hostile until shown otherwise:
 * what is let through neither runs, nor submits, nor styles, nor fetches anything from another origin. `topHeading`: the
 * level (2–6) of its highest headings, wherever its author began.
 */
export function markdownToSafeHtml(markdown: string, topHeading = 2): TrustedHTML {
  const tokens = marked.lexer(markdown);
  placeHeadings(tokens, topHeading);
  return sanitize(marked.parser(tokens));
}

/** The same for a single run of text (an option, a table cell): no paragraphs around it. */
export const inlineMarkdownToSafeHtml = (markdown: string): TrustedHTML =>
  sanitize(marked.parseInline(markdown, { async: false }));

/** Code in its colours, by the same path. */
export const codeToSafeHtml = (code: string, language: string | null): TrustedHTML => sanitize(codeToHtml(code, language));

const marked = new Marked({
  gfm: true,
  renderer: {
    code({ text, lang }: Tokens.Code) {
      const language = lang?.match(/^\w+/)?.[0].toLowerCase() ?? null;
      // A block wider than the column scrolls, so the keyboard must be able to reach it.
      return `<pre class="ct-code" tabindex="0"><code>${codeToHtml(text, language)}</code></pre>\n`;
    },
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
    image({ href, title, text }: Tokens.Image) {
      const caption = title === null ? '' : ` title="${escapeAttribute(title)}"`;
      return `<img src="${escapeAttribute(href)}" alt="${escapeAttribute(text)}"${caption}>`;
    },
  },
});

/** Authors begin at # or at ##; the page's own title is the one h1, and no level may be missing under it. */
function placeHeadings(tokens: TokensList, topHeading: number): void {
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
  const highest = Math.min(...headings.map(({ depth }) => depth));
  for (const heading of headings) heading.depth = Math.min(6, heading.depth - highest + topHeading);
}

const escapeAttribute = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const sanitize = (html: string): TrustedHTML => DOMPurify.sanitize(html, CONFIG);

const CONFIG = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
    ...['strong', 'em', 'b', 'i', 'del', 's', 'sub', 'sup', 'kbd', 'code', 'pre', 'span', 'abbr', 'mark', 'a', 'img'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'class', 'lang', 'dir', 'align', 'colspan', 'rowspan', 'start', 'tabindex'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // The hook below decides about each address; this only keeps DOMPurify from dropping what it would let pass.
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#|data:image\/|[^a-z]|[a-z0-9+.-]+(?:[^a-z0-9+.:-]|$))/i,
  RETURN_TRUSTED_TYPE: true,
} satisfies Config;

const SAFE_LINK = /^(?:https?:\/\/|mailto:|#)/i;
/** A path beside the lesson: no scheme, no leading slash of either kind, nothing a URL parser would rewrite. */
const SAFE_PATH = /^(?![\w+.-]*:)(?!\/)[\w\-./ %]+$/;
const SAFE_IMAGE_DATA = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i;
const OWN_CLASS = /^(?:ct|tok)-[a-z]+$/;

DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  keepAttribute(element, 'class', (value) => value.split(/\s+/).every((name) => OWN_CLASS.test(name)));
  keepAttribute(element, 'tabindex', (value) => value === '0' && element.localName === 'pre');
  placePicture(element);
  keepAttribute(element, 'href', (value) => element.localName === 'a' && SAFE_LINK.test(value));
  const href = element.getAttribute('href');
  if (href !== null && !href.startsWith('#')) {
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
  }
});

/** A picture of the pack is named and not fetched: `showPictures` brings it. */
function placePicture(element: Element): void {
  const src = element.getAttribute('src');
  keepAttribute(element, 'src', (value) => element.localName === 'img' && SAFE_IMAGE_DATA.test(value));
  if (src !== null && element.localName === 'img' && SAFE_PATH.test(src)) element.setAttribute('data-picture', src);
}

function keepAttribute(element: Element, name: string, isAllowed: (value: string) => boolean): void {
  const value = element.getAttribute(name);
  if (value !== null && !isAllowed(value)) element.removeAttribute(name);
}
