import type { Rule } from '../rule.ts';
import { RESERVED } from './known-names.ts';
import { broken, openAround, told, written } from './syntax.ts';

const OPERATOR = String.raw`(?<sign>\+|-|\*\*|\*|\/|%|&&|\|\||===|==|!==|!=|<=|>=|<|>|\?\?|=|\+=|-=)`;

/** Names, operators and values in places where they cannot stand; the last ones know no more than that. */
export const PARSE_RULES: readonly Rule[] = [
  written('name-begins-with-digit', /\b(?:let|const|var|function|class)\s+(?<name>\d[\w$]*)/),
  broken('name-is-reserved', ({ code }) => {
    const [, name = ''] = /\b(?:let|const|var|function|class)\s+([\w$]+)/.exec(code) ?? [];
    return RESERVED.includes(name) && !['let', 'const', 'var'].includes(name) ? { name } : null;
  }),
  written('declared-by-two-words', /\b(?<word>let|const|var)\s+(?<other>let|const|var)\b/),
  written('name-with-dash', /\b(?:let|const|var|function|class)\s+(?<name>[\w$]+(?:-[\w$]+)+)/),
  written('declared-with-double-equals', /\b(?:let|const|var)\s+(?<name>[\w$]+)\s*={2,3}/),
  written('declared-property', /\b(?<word>let|const|var)\s+(?<name>[\w$]+(?:\.[\w$]+|\[[^\]]*\])+)\s*=/),
  written('declared-text', /\b(?<word>let|const|var)\s+(?:""|\d[\w.]*|\()/),
  written('declared-without-name', /\b(?<word>let|const|var)\s*(?:=|;|$)/),
  written('name-with-space', /\b(?:let|const|var)\s+(?<name>[\w$]+)\s+(?<more>(?!of\b|in\b|as\b)[\w$]+)/),
  written('two-declarations', /,\s*(?<word>let|const|var)\s/),
  written('thousands-comma', /=\s*(?<number>\d{1,3}(?:,\d{3})+)(?!\d)/),
  written('decimal-comma', /(?:=|return)\s*(?<number>\d+,\s?\d+)\s*(?:;|$)/),
  written('two-points-in-number', /(?<number>\d+\.\d+\.\d+)/),
  written('number-with-unit', /(?<![\w$])(?<number>\d+(?:\.\d+)?)(?<unit>[a-zA-Z$_][\w$]*)/),
  written('percent-sign', /(?<number>\d+)\s*%\s*(?:[;),]|$)/),
  written('money', /(?<number>\$\d+\.\d+)/),
  written('two-points', /(?<text>[\w$)\]]+\.\.[\w$(]+|[\w$]+\.\s*\()/),
  broken('sign-turned-round', ({ code }) => {
    const [, sign] = /(?:[\w$\])])\s*=([*%])\s*[\w$(]/.exec(code) ?? [];
    return sign === undefined ? null : { sign: `=${sign}`, meant: `${sign}=` };
  }),
  written('arrow-for-comparison', /(?<sign>=<|=>=|>==|<==|<>|=\/=|=!=|!===|={4,}|= =|! =|< =|> =|& &|\| \|)/),
  written('condition-with-bracket-early', /\b(?<word>if|while)\s*\([^{]*\)\s*(?<sign>&&|\|\|)/),
  written('question-without-colon', /(?<!\?)\?(?![.?])[^:]*$/),
  written('text-without-quotes-in-call', /\(\s*(?:[\w$]+[, ]+)*[\w$]+\s*[!?.]\s*\)/),
  written('point-between-texts', /(?:""|[\w$)])\s+\.\s+(?:""|[\w$(])/),
  written('semicolon-in-brackets', /(?<!\bfor\s*)\([^(){}]*;[^(){}]*\)/),
  written('comma-twice', /(?<place>,\s*,|\(\s*,)/),
  written('value-missing', /(?:(?<![=!<>])=|=>|\?)\s*(?:;|,|\)|$)|:\s*[;)]/),
  written('colon-without-value', /(?<name>[\w$]+)\s*:\s*[,}]/),
  broken('operator-without-value', ({ code }) => {
    const { sign, next } = new RegExp(String.raw`${OPERATOR}\s*(?<next>[);\],}]|$)`).exec(code.replace(/\+\+|--|=>/g, ''))?.groups ?? {};
    return sign === undefined ? null : { sign, next: next ?? '' };
  }),
  written('index-empty-brackets', /(?<name>[\w$]+)\[\s*\]/),
  written('throw-nothing', /\bthrow\s*(?:;|$)/),
  written('spread-nothing', /\.\.\.\s*[),\]}]/),
  broken('comma-missing', ({ tokens, clash }) => {
    const around = clash === -1 ? null : openAround(tokens, clash);
    const [before, after] = [tokens[clash - 1]?.text ?? '', tokens[clash]?.text ?? ''];
    return around !== null && around.text !== '{' ? { before, after, kind: around.text } : null;
  }),
  broken('comma-missing-in-object', ({ tokens, clash, code }) => {
    const around = clash === -1 ? null : openAround(tokens, clash);
    const isEntry = around?.text === '{' && code.includes(':') && ['=', '(', ',', ':', '[', 'return'].includes(tokens[tokens.indexOf(around) - 1]?.text ?? '');
    return isEntry ? { before: tokens[clash - 1]?.text ?? '', after: tokens[clash]?.text ?? '' } : null;
  }),
  broken('two-statements', ({ tokens, clash, from }) => {
    const after = tokens[clash];
    const isNew = clash > from + 1 && (['let', 'const', 'var', 'if', 'for', 'while', 'return', 'function', 'console', 'break'].includes(after?.text ?? '') || tokens[clash + 1]?.text === '=');
    return isNew ? { before: tokens[clash - 1]?.text ?? '', after: after?.text ?? '' } : null;
  }),
  broken('operator-missing', ({ tokens, clash }) => (clash === -1 ? null : { before: tokens[clash - 1]?.text ?? '', after: tokens[clash]?.text ?? '' })),
  told('sign-expected', /^Unexpected token, expected "(?<sign>[^"]+)"$/),
  told('end-of-text', /^(?:Unexpected end of input|Unexpectedly reached the end of input)/),
  told('unexpected-word', /^Unexpected (?:identifier|token|string|number)\s*'?(?<token>[^']*)'?$/),
];
