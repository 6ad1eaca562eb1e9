import type { Rule } from '../rule.ts';
import { told } from './syntax.ts';

/** Texts that are read while the program runs: JSON, and patterns. */
export const LITERAL_RULES: readonly Rule[] = [
  told('json-of-undefined', /^"undefined" is not valid JSON$|^Unexpected token u in JSON/),
  told('json-of-object', /^(?:"\[object Object\]" is not valid JSON|Unexpected token 'o', "\[object)/),
  told('json-empty', /^Unexpected end of JSON input$/),
  told('json-is-page', /^Unexpected token '<', (?<text>[^]*) is not valid JSON$/),
  told('json-key-quotes', /^Expected property name or '\}' in JSON(?: at position (?<at>\d+))?/),
  told('json-comma-at-end', /^(?:Expected double-quoted property name in JSON(?: at position (?<at>\d+))?|Unexpected token '[\]}]',.* is not valid JSON)/),
  told('json-comma-missing', /^Expected ',' or '(?<close>[\]}])' after (?:property value|array element) in JSON(?: at position (?<at>\d+))?/),
  told('json-colon-missing', /^Expected ':' after property name in JSON(?: at position (?<at>\d+))?/),
  told('json-single-quotes', /^Unexpected token ''', (?<text>[^]*) is not valid JSON$/),
  told('json-text-not-closed', /^Unterminated string in JSON(?: at position (?<at>\d+))?/),
  told('json-control-character', /^Bad (?:control character|escaped character|Unicode escape)/),
  told('json-more-behind', /^Unexpected non-whitespace character after JSON(?: at position (?<at>\d+))?/),
  told('json-word', /^Unexpected token '(?<mark>[^]+?)', (?<text>[^]*) is not valid JSON$/),
  told('json-broken', /JSON/),
  told('pattern-bracket', /^Invalid regular expression: (?<pattern>\/[^]*\/\w*): Unterminated (?:group|character class)$/),
  told('pattern-bracket-extra', /^Invalid regular expression: (?<pattern>\/[^]*\/\w*): (?:Unmatched '\)'|Lone quantifier brackets)$/),
  told('pattern-nothing-to-repeat', /^Invalid regular expression: (?<pattern>\/[^]*\/\w*): Nothing to repeat$/),
  told('pattern-backslash-at-end', /^Invalid regular expression: (?<pattern>\/[^]*\/\w*): \\ at end of pattern$/),
  told('pattern-flags', /^Invalid (?:regular expression flags|flags supplied to RegExp constructor '(?<flags>[^']*)'|regular expression: .*: Invalid flags)/),
  told('pattern-broken', /^Invalid regular expression: (?<pattern>\/[^]*\/\w*): (?<reason>[^]*)$/),
];
