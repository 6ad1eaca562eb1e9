import { nearestName } from '../nearest-name.ts';
import { groupsOf, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { bareWords, depthAt, isValueEnd, isValueStart, misplacedKeyword } from './line-parts.ts';
import { namesBound, textOf } from './program.ts';
import { rulesOf } from './rule-of.ts';
import { tokensOf, type Token } from './tokens.ts';
import { BLOCK_WORDS, BUILTINS, DECLARING_WORDS, FOREIGN_STATEMENTS, KEYWORDS, STATEMENT_WORDS } from './vocabulary.ts';

const OPERATORS = /^(?:[-+*/%@]|\*\*|\/\/|==|!=|<=|>=|<|>|and|or|not|in|is)$/;
const BINARY = /^(?:[*/%]|\*\*|\/\/|==|!=|<=|>=|<|>|and|or|in|is)$/;

interface Line {
  readonly seen: SeenError;
  readonly tokens: readonly Token[];
  /** Words, signs and so on at each place; '' past the end. */
  readonly at: (index: number) => string;
  readonly text: string;
}

/** Where Python says no more than "invalid syntax", the line itself is looked at. */
const syntax =
  (look: (line: Line) => ReturnType<Rule['match']>): Rule['match'] =>
  (seen) => {
    if (!seen.message.startsWith("invalid syntax")) return null;
    const tokens = tokensOf(seen.source);
    return look({ seen, tokens, at: (index) => tokens[index]?.text ?? '', text: seen.source.trim() });
  };
const rule = rulesOf('SyntaxError');

export const INVALID_SYNTAX_RULES: readonly Rule[] = [
  rule('comment-sign', syntax(({ text }) => groupsOf(/^(?<sign>\/\/|\/\*|\*\/|--\s|<!--|\*\s)/.exec(text)))),
  rule('loop-of-another-language', syntax(({ text }) => (/^for\s*\(?\s*(?:\w+\s+)?\w+\s*=.*(?:;|\bto\b)/.test(text) ? {} : null))),
  rule('counting-up', syntax(({ text, tokens }) => {
    const [, name, sign] = /(\w+)\s*(\+\+|--)\s*;?\)?$/.exec(text) ?? /^()(\+\+|--)/.exec(text) ?? [];
    return sign === undefined || tokens.length > 8 ? null : { name: name === undefined || name === '' ? 'x' : name, sign: sign[0] ?? '+' };
  })),
  rule('foreign-sign', syntax(({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      const pair = token.text + (tokens[i + 1]?.from === token.to ? (tokens[i + 1]?.text ?? '') : '');
      const own = FOREIGN_SIGNS[pair] ?? (token.text === '!' && /^[\w(]/.test(tokens[i + 1]?.text ?? '') ? 'not' : undefined);
      if (token.kind === 'sign' && own !== undefined) return { sign: FOREIGN_SIGNS[pair] === undefined ? '!' : pair, own };
    }
    return null;
  })),
  rule('question-mark-choice', syntax(({ text }) => (/^[^"'?]*\?[^"':]*:/.test(text) ? {} : null))),
  rule('colon-equals', syntax(({ at, tokens }) => (tokens[0]?.kind === 'name' && at(1) === ':=' ? { name: at(0) } : null))),
  rule('sign-split', syntax(({ tokens }) => {
    for (const [i, { text }] of tokens.entries()) {
      const next = tokens[i + 1];
      if (next?.text === '=' && /^(?:[-+*/%<>!=]|\*\*|\/\/)$/.test(text)) return { split: `${text} =`, joined: `${text}=` };
    }
    return null;
  })),
  rule('declaring-word', syntax(({ at, tokens }) =>
    DECLARING_WORDS.includes(at(0)) && tokens[1]?.kind === 'name' && !KEYWORDS.includes(at(1)) && !['(', '.'].includes(at(2)) ? { word: at(0), name: at(1) } : null,
  )),
  rule('keyword-of-another-language', syntax(({ at, tokens }) => {
    const own = Object.hasOwn(FOREIGN_STATEMENTS, at(0)) && /^[\w"'({:]/.test(at(1)) ? FOREIGN_STATEMENTS[at(0)] : undefined;
    return own === undefined || own === '' || tokens.length < 2 ? null : { word: at(0), own };
  })),
  rule('word-not-python', syntax(({ at, tokens }) => {
    const word = FOREIGN_STATEMENTS[at(0)] === '' && tokens[1]?.kind === 'name' ? at(0) : tokens.find(({ text }) => text === 'then' || text === 'new')?.text;
    return word === undefined ? null : { word };
  })),
  rule('keyword-capital', syntax(({ at }) => {
    const own = at(0).toLowerCase();
    return at(0) !== own && STATEMENT_WORDS.includes(own) ? { word: at(0), own } : null;
  })),
  rule('keyword-misspelt', syntax(({ at, tokens }) => {
    if (tokens[0]?.kind !== 'name' || STATEMENT_WORDS.includes(at(0)) || /^[=.([,]/.test(at(1)) || tokens.length < 2) return null;
    const own = nearestName(at(0), STATEMENT_WORDS);
    return own === null || BUILTINS.includes(at(0)) ? null : { word: at(0), own };
  })),
  rule('condition-missing', syntax(({ at }) => (/^(?:if|while|elif|for)$/.test(at(0)) && at(1) === ':' ? { word: at(0) } : null))),
  rule('block-word-alone', syntax(({ at }) => (/^(?:else|elif|except|finally|case)$/.test(at(0)) && (at(0) !== 'case' || at(1) !== '=') ? { word: at(0) } : null))),
  rule('assignment-inside', syntax(({ at, text }) => (/^(?:global|nonlocal)$/.test(at(0)) && text.includes('=') ? { word: at(0), name: at(1) } : null))),
  rule('keyword-as-name', syntax(({ tokens }) => {
    const word = misplacedKeyword(tokens);
    return word === null ? null : { word };
  })),
  rule('block-in-one-line', syntax(({ at, tokens }) => {
    const colon = BLOCK_WORDS.includes(at(0)) ? tokens.findIndex(({ text }) => text === ':') : -1;
    const second = colon < 0 ? undefined : tokens.slice(colon + 1).find(({ text }) => ['if', 'else', 'elif', 'for', 'while', 'def', 'try'].includes(text));
    return second === undefined ? null : { first: at(0), second: second.text };
  })),
  rule('half-comparison', syntax(({ tokens, at }) => {
    const i = tokens.findIndex(({ text }, k) => /^(?:and|or)$/.test(text) && BINARY.test(at(k + 1)) && !/^(?:and|or|in|is)$/.test(at(k + 1)));
    return i < 0 ? null : { word: at(i), sign: at(i + 1) };
  })),
  rule('comprehension-value-missing', syntax(({ tokens, at }) => (tokens.some(({ text }, i) => /^[([{]$/.test(text) && at(i + 1) === 'for') ? {} : null))),
  rule('number-two-dots', syntax(({ text }) => groupsOf(/(?<![\w.])(?<number>\d+\.\d+\.[\d.]+)/.exec(text)))),
  rule('import-missing', syntax(({ text }) => groupsOf(/^from\s+(?<module>[\w.]+)\s*;?$/.exec(text)))),
  rule('comma-twice', syntax(({ tokens, at }) => (tokens.some(({ text }, i) => text === ',' && at(i + 1) === ',') || /^,$/.test(at(1)) && at(0) === '(' ? {} : null))),
  rule('value-missing', syntax(({ tokens, at }) => {
    const i = tokens.findIndex(({ text }, k) => {
      const next = at(k + 1);
      const isEnd = next === '' || /^[)\]},:]$/.test(next);
      return (OPERATORS.test(text) && (isEnd || BINARY.test(next) && !(text === 'not' && next === 'in') && !(/^(?:is|in)$/.test(text) && next === 'not'))) || (/^[-+*/]?=$/.test(text) && (next === '' || BINARY.test(next)));
    });
    return i < 0 || (i === 0 && /^(?:\*|\*\*)$/.test(at(0))) ? null : { sign: at(i) };
  })),
  rule('dot-misplaced', syntax(({ tokens, at }) => {
    const i = tokens.findIndex(({ text }, k) => text === '.' && !/^[\p{L}_(]/u.test(at(k + 1)));
    return i < 0 ? null : { before: at(i - 1) };
  })),
  rule('lambda-statement', syntax(({ text }) => (/\blambda\b[^:]*:\s*(?:return|print\s|if\b[^(]*:|for\b|\w+\s*=[^=])/.test(text) ? {} : null))),
  rule('brackets-empty', syntax(({ tokens, at }) => {
    const i = tokens.findIndex(({ text }, k) => text === '[' && at(k + 1) === ']' && /[\w)\]]$/.test(at(k - 1)) && tokens[k - 1]?.kind === 'name' && !KEYWORDS.includes(at(k - 1)));
    return i < 0 ? null : { name: at(i - 1) };
  })),
  rule('sign-unknown', syntax(({ tokens }) => {
    const sign = tokens.find(({ kind, text }) => kind === 'sign' && /^[?$!`]$/.test(text))?.text;
    return sign === undefined ? null : { sign };
  })),
  rule('text-without-quotes', syntax(({ seen, tokens, at }) => {
    const bare = bareWords(tokens, [...namesBound(tokensOf(textOf(seen))), ...BUILTINS, ...KEYWORDS]);
    return bare === null || (tokens.some(({ text }) => text === '=') && depthAt(tokens, 0) === 0 && at(1) !== '=') ? null : { words: bare };
  })),
  rule('space-in-name', syntax(({ tokens, at }) => {
    const sign = tokens.findIndex(({ text }) => text === '=');
    const before = tokens.slice(0, sign);
    const isNames = sign > 1 && before.every(({ kind, text }) => kind === 'name' && !KEYWORDS.includes(text));
    return isNames ? { name: before.map(({ text }) => text).join(' '), better: before.map(({ text }) => text).join('_'), first: at(0) } : null;
  })),
  rule('def-space-in-name', syntax(({ at, text }) => (/^(?:def|class)$/.test(at(0)) ? groupsOf(/^\w+\s+(?<name>\w+(?:\s+\w+)+)\s*[(:]/.exec(text)) : null))),
  rule('def-no-name', syntax(({ at, tokens }) => (/^(?:def|class)$/.test(at(0)) && tokens[1]?.kind !== 'name' ? { word: at(0) } : null))),
  rule('parameter-no-name', syntax(({ at, tokens }) => {
    const odd = at(0) === 'def' ? tokens.slice(3).find(({ kind, text }, i) => (kind === 'number' || kind === 'string' || text === '.') && /^[(,\w]$|^\w+$/.test(at(i + 2))) : undefined;
    return odd === undefined ? null : { odd: odd.text };
  })),
  rule('comma-missing', (seen) => {
    if (!/^invalid syntax(?:\. Perhaps you forgot a comma\?)?$/.test(seen.message)) return null;
    const tokens = tokensOf(seen.source);
    const inBracket = seen.message.includes('comma') || /^\s*(?:from|import|def)\b/.test(seen.source);
    const i = tokens.findIndex((token, k) => isValueEnd(token) && isValueStart(tokens[k + 1]) && (inBracket || depthAt(tokens, k) > 0));
    if (i < 0) return seen.message.includes('comma') ? { before: '…', after: '…' } : null;
    return { before: tokens[i]?.text ?? '', after: tokens[i + 1]?.text ?? '' };
  }),
  rule('two-statements', syntax(({ tokens }) => {
    const i = tokens.findIndex((token, k) => isValueEnd(token) && isValueStart(tokens[k + 1]) && depthAt(tokens, k) === 0);
    return i < 0 ? null : { before: tokens[i]?.text ?? '', after: tokens[i + 1]?.text ?? '' };
  })),
  rule('colon-in-value', syntax(({ text }) => groupsOf(/(?<value>[\w"']+:[\w"']+)/.exec(text)))),
  rule('semicolon-twice', syntax(({ text }) => (/;\s*;|^;/.test(text) ? {} : null))),
];

const FOREIGN_SIGNS: { readonly [sign: string]: string } = {
  '&&': 'and', '||': 'or', '===': '==', '!==': '!=', '<>': '!=', '=>': '>=', '=<': '<=', '=!': '!=', '==!': '!=', '==>': '>=', '><': '!=', '**^': '**',
};
