import type { Params } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { outerTokens, tokensOf, type Token } from './tokens.ts';
import { BLOCK_WORDS, KEYWORDS } from './vocabulary.ts';

/** The word that begins a statement which wants a colon and has none; null: the line is another one. */
export function lacksColon({ message, source }: SeenError): Params | null {
  const tokens = tokensOf(source);
  const word = tokens[0]?.text === 'async' ? tokens[1]?.text : tokens[0]?.text;
  if (word === undefined) return null;
  if (message.startsWith("expected ':'")) return BLOCK_WORDS.includes(word) ? { word } : null;
  if (!message.startsWith('invalid syntax') || !HEADERS.includes(word) || tokens.some(({ kind }) => kind === 'broken')) return null;
  const hasColon = outerTokens(tokens).some(({ text }) => text === ':');
  return !hasColon && tokens.length > 2 && runsInto(tokens) ? { word } : null;
}
const HEADERS = ['if', 'for', 'while', 'elif', 'with'];

/** What should be the block stands behind the condition: `if x == 1 print(x)`. */
const runsInto = (tokens: readonly Token[]): boolean =>
  tokens.some((token, i) => isValueEnd(token) && isValueStart(tokens[i + 1]) && depthAt(tokens, i) === 0 && !KEYWORDS.includes(tokens[0]?.text === 'for' ? '' : token.text));

/** Something of value may end with it. */
export const isValueEnd = (token: Token | undefined): boolean =>
  token !== undefined && (/^[)\]}]$/.test(token.text) || token.kind === 'number' || token.kind === 'string' || (token.kind === 'name' && !OPENING_WORDS.includes(token.text)));

/** Something of value may begin with it, and nothing that goes on. */
export const isValueStart = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || token.kind === 'string' || (token.kind === 'name' && !JOINING_WORDS.includes(token.text)));

const JOINING_WORDS = ['and', 'or', 'not', 'in', 'is', 'if', 'else', 'for', 'as', 'import', 'async', 'from'];
const OPENING_WORDS = KEYWORDS.filter((word) => !['True', 'False', 'None', 'pass', 'break', 'continue'].includes(word));

/** How many brackets are open behind the token at this index. */
export function depthAt(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (const { kind, text } of tokens.slice(0, index + 1)) {
    if (kind === 'sign' && /^[([{]$/.test(text)) depth += 1;
    if (kind === 'sign' && /^[)\]}]$/.test(text)) depth -= 1;
  }
  return depth;
}

/** A keyword where a name has to be: after `def`, `import`, a dot, among parameters, before `=` in a call. */
export function misplacedKeyword(tokens: readonly Token[]): string | null {
  const at = (index: number): string => tokens[index]?.text ?? '';
  const isName = (i: number): boolean => tokens[i]?.kind === 'name' && KEYWORDS.includes(at(i)) && !VALUE_WORDS.includes(at(i));
  const isParam = (i: number): boolean => at(0) === 'def' && i > 2 && depthAt(tokens, i) === 1 && /^[(,*]$/.test(at(i - 1)) && /^[),=:]$/.test(at(i + 1));
  const found = tokens.findIndex(
    (_, i) =>
      isName(i) &&
      (/^(?:def|class|import|as|for|\.|global|del)$/.test(at(i - 1)) ||
        isParam(i) ||
        (at(i + 1) === '=' && (i === 0 || /^[(,]$/.test(at(i - 1)))) ||
        (i === 0 && /^(?:[-+*/]=|\.|,)$/.test(at(1)))),
  );
  return found < 0 ? null : at(found);
}
const VALUE_WORDS = ['True', 'False', 'None', 'not', 'await'];

/** Plain words where nothing of that name is known: probably meant as text. */
export function bareWords(tokens: readonly Token[], known: readonly string[]): string | null {
  const isBare = (token: Token | undefined): boolean => token?.kind === 'name' && token.text.length > 1 && !known.includes(token.text);
  const isWord = (token: Token | undefined): boolean => token?.kind === 'name';
  const start = tokens.findIndex((token, i) => isBare(token) && isWord(tokens[i + 1]) && !/^[=(.[]$/.test(tokens[i + 2]?.text ?? '') && !/^(?:import|def|class|from|for|as|\.)$/.test(tokens[i - 1]?.text ?? ''));
  if (start < 0) return null;
  const end = tokens.findIndex(({ kind, text }, i) => i > start && kind !== 'name' && !/^[,!?]$/.test(text));
  return tokens.slice(start, end < 0 ? undefined : end).map(({ text }) => text).join(' ').replace(/ ([,!?])/g, '$1');
}
