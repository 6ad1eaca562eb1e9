import { both, groupsOf, says, stands, type Rule } from '../rule.ts';
import { lacksColon } from './line-parts.ts';
import { rulesOf } from './rule-of.ts';
import { closingOf } from './tokens.ts';
import { brokenAt, isUnclosedHere, unclosedBefore } from './unclosed.ts';

const rule = rulesOf('SyntaxError');

/** Mistakes that Python's own words name. */
export const SYNTAX_RULES: readonly Rule[] = [
  rule('print-without-parentheses', says(/^Missing parentheses in call to '(?<name>\w+)'/)),
  rule('equals-in-condition', (seen) =>
    seen.message.includes('Maybe you meant \'==\'') && /^\s*(?:if|elif|while)\b/.test(seen.source) ? groupsOf(/^\s*(?<word>\w+)/.exec(seen.source)) : null,
  ),
  rule('equals-in-call', says(/^expression cannot contain assignment/)),
  rule('loop-variable-no-name', both(says(/^cannot assign to (?<what>.+)$/), stands(/^\s*for\s+(?<found>.+?)\s+in\b/))),
  rule('hyphen-in-name', both(says(/^cannot assign to expression/), stands(/^\s*(?<name>[A-Za-z_]\w*(?:-[A-Za-z_]\w*)+)\s*=/), ({ source }) => ({ better: nameOf(source).replaceAll('-', '_') }))),
  rule('assign-to-value', both(says(/^cannot assign to (?:literal|f-string expression|dict literal|set display)/), stands(/^\s*(?<left>.+?)\s*=(?!=)\s*(?<right>.*?)\s*$/))),
  rule('assign-to-call', both(says(/^cannot assign to function call/), stands(/^\s*(?<left>.+?)\s*=(?!=)/))),
  rule('assign-to-constant', says(/^cannot assign to (?<name>True|False|None|__debug__)/)),
  rule('assign-to-calculation', both(says(/^cannot assign to (?:expression|comparison)/), stands(/^\s*(?<left>.+?)\s*=(?!=)/))),
  rule('assign-with-operator', says(/^'(?<what>.+)' is an illegal expression for augmented assignment/)),
  rule('equals-in-expression', says(/Maybe you meant '==' or ':='/)),
  rule('assign-elsewhere', says(/^cannot (?:assign to|use) (?<what>.+?)(?: here\b.*| as .*)?$/)),
  rule('delete-elsewhere', says(/^cannot delete (?<what>.+)$/)),
  rule('else-if', both(says(/^expected ':'|^invalid syntax/), stands(/^\s*(?<word>else\s+if|elseif|elsif|elif\s+if)\b/))),
  rule('else-with-condition', both(says(/^expected ':'/), stands(/^\s*else\s+(?<condition>[^\s:#{].*?)\s*:?\s*$/))),
  rule('curly-brackets', both(says(/^expected ':'|^invalid syntax/), stands(/^\s*(?<word>if|for|while|def|class|else|elif|try)\b.*\{\s*$/))),
  rule('colon-missing', lacksColon),
  rule('bracket-unclosed', (seen) => {
    const open = isUnclosedHere(seen) ? unclosedBefore(seen) : null;
    return open === null ? null : { bracket: open.text, closing: closingOf(open.text), line: open.line };
  }, (seen) => brokenAt(seen, unclosedBefore(seen)?.line)),
  rule('bracket-mismatch', says(/^closing parenthesis '(?<closing>.)' does not match opening parenthesis '(?<bracket>.)'/)),
  rule('bracket-too-many', says(/^unmatched '(?<closing>.)'/)),
  rule('return-outside', says(/^'return' outside function/)),
  rule('break-outside', both(says(/outside loop|not properly in loop/), says(/'(?<word>break|continue)'/))),
  rule('yield-outside', says(/^'(?<word>yield(?: from)?)' outside function/)),
  rule('await-outside', says(/'(?<word>await|async \w+)' outside (?:async )?function|^asynchronous comprehension/)),
  rule('global-too-late', says(/^name '(?<name>\w+)' is (?:assigned to before|used prior to) (?<word>global|nonlocal) declaration/)),
  rule('global-parameter', says(/^name '(?<name>\w+)' is parameter and (?<word>global|nonlocal)/)),
  rule('nonlocal-nowhere', says(/^no binding for nonlocal '(?<name>\w+)' found|^nonlocal declaration not allowed/)),
  rule('parameter-twice', says(/^duplicate (?:argument|parameter) '(?<name>\w+)'/)),
  rule('default-before-plain', says(/^parameter without a default follows parameter with a default|^non-default argument follows/)),
  rule('value-after-equals-missing', says(/^expected (?:default value|argument value) expression/)),
  rule('positional-after-keyword', says(/^positional argument follows keyword argument|^iterable argument unpacking follows/)),
  rule('keyword-twice', says(/^keyword argument repeated: (?<name>\w+)/)),
  rule('generator-parentheses', says(/^Generator expression must be parenthesized/)),
  rule('parameters-bracketed', says(/parameters cannot be parenthesized/)),
  rule('parameters', says(/^(?<message>(?:named (?:arguments|parameters) must follow bare \*|(?:arguments|parameters?) cannot follow var-|\* (?:argument|parameter)|var-\w+ (?:argument|parameter)|bare \*|at least one (?:argument|parameter)).*)/)),
  rule('try-alone', says(/^expected 'except' or 'finally' block/)),
  rule('except-order', says(/^default 'except:' must be last/)),
  rule('except-several', says(/^multiple exception types must be parenthesized|^cannot have both 'except' and/)),
  rule('else-twice', says(/^'(?<word>elif|else|except)' block follows an '(?<before>\w+)' block/)),
  rule('import-nothing', says(/^Expected one or more names after 'import'/)),
  rule('import-turned-round', says(/^Did you mean to use 'from/)),
  rule('import-star-inside', says(/^import \* only allowed/)),
  rule('import-trailing-comma', says(/^trailing comma not allowed/)),
  rule('future-import', says(/^from __future__|^future feature/)),
  rule('dict-colon-missing', says(/^':' expected after dictionary key/)),
  rule('dict-value-missing', says(/^expression expected after dictionary key/)),
  rule('if-else-value', says(/^expected 'else' after 'if' expression/)),
  rule('if-else-statement', says(/but statement is given$/)),
  rule('comprehension-parentheses', says(/^did you forget parentheses around the comprehension target/)),
  rule('in-missing', says(/^'in' expected after for-loop variables/)),
  rule('comprehension-star', says(/unpacking cannot be used in (?:dict )?comprehension/)),
  rule('star-elsewhere', says(/starred (?:expression|assignment)|multiple starred expressions|^cannot use (?:double )?starred/)),
  rule('case-hides-the-rest', says(/^(?:name capture '(?<name>\w+)'|(?<wildcard>wildcard)) makes remaining patterns unreachable/)),
  rule('case-pattern', (seen) => (seen.message.includes('pattern') || (/^\s*case\s/.test(seen.source) && /^\s*match\s/m.test(seen.lines.join('\n')) && lacksColon(seen) === null && seen.message.startsWith('invalid')) ? { message: seen.message } : null)),
  rule('def-name-hyphen', both(says(/^expected '\('/), stands(/^\s*def\s+(?<name>[A-Za-z_]\w*(?:[- ][A-Za-z_]\w*)+)\s*\(/), ({ source }) => ({ better: nameOf(source.replace(/^\s*def\s+/, '')).replaceAll(/[- ]/g, '_') }))),
  rule('def-parentheses', both(says(/^expected '\('/), stands(/^\s*(?:async\s+)?def\s+(?<name>\w+)/))),
  rule('nested-too-deep', says(/^too many (?:nested parentheses|statically nested blocks)/)),
];

const nameOf = (text: string): string => /^\s*([A-Za-z_]\w*(?:[- ][A-Za-z_]\w*)*)/.exec(text)?.[1] ?? '';
