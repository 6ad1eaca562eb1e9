import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import { parser as javascriptParser } from '@lezer/javascript';
import { parser as pythonParser } from '@lezer/python';

const typescriptParser = javascriptParser.configure({ dialect: 'ts' });

const parsers = {
  python: pythonParser,
  py: pythonParser,
  javascript: javascriptParser,
  js: javascriptParser,
  typescript: typescriptParser,
  ts: typescriptParser,
};

/** The five kinds of token that the themes colour; everything else stays ink. */
export const codeHighlighter = tagHighlighter([
  { tag: tags.comment, class: 'tok-com' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'tok-str' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'tok-num' },
  { tag: [tags.keyword, tags.operatorKeyword, tags.self, tags.modifier, tags.definitionKeyword], class: 'tok-kw' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className], class: 'tok-fn' },
]);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/**
 * `code` as escaped HTML, its tokens in spans and each line in one of its own, so that a long line wraps under itself, as it
 * does of `text`. Of an unknown `language` it is plain escaped text: it may be a drawing, which must not wrap.
 */
export const codeToHtml = (code: string, language: string | null): string =>
  isKnown(language) || language === 'text' ? linesOf(codeTokens(code, language)).map(lineHtml).join('') : escapeHtml(code);

const lineHtml = (line: readonly CodeToken[]): string => `<span class="ct-line">${line.map(tokenHtml).join('')}</span>`;

const tokenHtml = ({ text, kind }: CodeToken): string => (kind === '' ? escapeHtml(text) : `<span class="${kind}">${escapeHtml(text)}</span>`);

/** Each line keeps the line end that closes it. */
function linesOf(tokens: readonly CodeToken[]): CodeToken[][] {
  const lines: CodeToken[][] = [[]];
  for (const token of tokens) {
    lines.at(-1)?.push(token);
    if (token.text === '\n') lines.push([]);
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}

/** A stretch of code of one kind, by the class that colours it; '' is ink. Line ends stand alone. */
export interface CodeToken {
  readonly text: string;
  readonly kind: string;
}

/** `code` cut into what is coloured alike; of an unknown `language` nothing is coloured. */
export function codeTokens(code: string, language: string | null): CodeToken[] {
  const parser = isKnown(language) ? parsers[language] : null;
  if (parser === null) return code.split(/(\n)/).filter((text) => text !== '').map((text) => ({ text, kind: '' }));
  const tokens: CodeToken[] = [];
  highlightCode(
    code,
    parser.parse(code),
    codeHighlighter,
    (text, kind) => tokens.push({ text, kind }),
    () => tokens.push({ text: '\n', kind: '' }),
  );
  return tokens;
}

const isKnown = (language: string | null): language is keyof typeof parsers => language !== null && Object.hasOwn(parsers, language);
