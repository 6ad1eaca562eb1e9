import { both, groupsOf, says, stands, type Rule } from '../rule.ts';
import { inputIn, lastValueOf } from './program.ts';
import { rulesOf } from './rule-of.ts';

const rule = rulesOf('ValueError');
const either = rulesOf('ValueError', 'TypeError');

/** The right kind of value, with something in it that does not do. */
export const VALUE_RULES: readonly Rule[] = [
  rule('number-from-nothing', says(/^(?:invalid literal for (?<called>int)\(\) with base \d+: ''|could not convert string to (?<called2>float): '')$/)),
  rule('int-from-decimal', says(/^invalid literal for int\(\) with base 10: '(?<value>\s*[-+]?\d*\.\d*\s*)'$/)),
  rule('float-with-comma', says(/^(?:could not convert string to float|invalid literal for int\(\) with base 10): '(?<value>\s*[-+]?\d+,\d*\s*)'$/)),
  rule('int-from-several', says(/^(?:invalid literal for int\(\) with base 10|could not convert string to float): '(?<value>\s*[-+]?[\d.]+(?:[\s,;]+[-+]?[\d.]+)+\s*)'$/)),
  rule('int-from-text', (seen) => {
    const params = groupsOf(/^invalid literal for int\(\) with base (?<base>\d+): (?<value>[\s\S]*)$/.exec(seen.message));
    return params === null ? null : { ...params, input: inputIn(seen) !== null || /input\s*\(/.test(seen.source) ? 'yes' : 'no' };
  }),
  rule('float-from-text', says(/^could not convert string to float: (?<value>[\s\S]*)$/)),
  rule('unpack-dict', both(says(/^(?:too many|not enough) values to unpack/), stands(/^\s*for\s+\w+\s*,\s*\w+\s+in\s+(?<name>\w+)\s*:/), (seen) => {
    const [, name = ''] = /\bin\s+(\w+)\s*:/.exec(seen.source) ?? [];
    return /^(?:\{|dict\()/.test(lastValueOf(name, seen) ?? '') ? {} : null;
  })),
  rule('unpack-too-many', says(/^too many values to unpack \(expected (?<wanted>\d+)(?:, got (?<given>\d+))?\)/)),
  rule('unpack-too-few', says(/^not enough values to unpack \(expected (?:at least )?(?<wanted>\d+), got (?<given>\d+)\)/)),
  rule('remove-missing', (seen) => (seen.message.startsWith("list.remove(x)") ? (groupsOf(/(?<name>\w+)\.remove\s*\((?<item>.*)\)/.exec(seen.source)) ?? { name: '', item: '' }) : null)),
  rule('index-of-missing', (seen) => (/\.index\(x\): x not in|is not in (?:list|tuple|deque|range)/.test(seen.message) ? (groupsOf(/(?<name>\w+)\.index\s*\((?<item>.*?)\)/.exec(seen.source)) ?? { name: '', item: '' }) : null)),
  rule('text-not-within', says(/^(?:substring|subsection) not found/)),
  rule('math-negative', says(/^(?:expected a nonnegative input|math domain error|expected a positive input)(?:, got (?<value>.+))?/)),
  rule('math-range', says(/^expected a number in range from (?<low>\S+) up to (?<high>\S+), got (?<value>.+)|^expected a (?:finite|noninteger|number)/)),
  rule('factorial-negative', says(/^(?<called>\w+)\(\) not defined for negative|^(?:n|k) must be a non-negative integer/)),
  rule('largest-of-nothing', says(/^(?<called>max|min)\(\) (?:iterable argument is empty|arg is an empty sequence)/)),
  rule('random-range-empty', says(/^empty range (?:for|in) \w+\((?<low>-?\d+), ?(?<high>-?\d+)/)),
  rule('sample-too-large', says(/^Sample larger than population/)),
  rule('step-zero', says(/^(?:range\(\) arg 3 must not be zero|slice step cannot be zero)/)),
  rule('date-text', says(/^time data '(?<value>.*)' does not match format '(?<format>.*)'|^unconverted data remains: (?<value2>.*)/)),
  rule('date-impossible', says(/^(?<message>(?:(?:day (?:-?\d+ must be in|is out of) range|month must be in|year -?\d+ is out of|hour must be in|minute must be in|second must be in)|(?:day|month) .*(?:range|in 1)).*)/)),
  rule('date-iso', says(/^Invalid isoformat string: '(?<value>.*)'/)),
  rule('file-closed', says(/^I\/O operation on closed file/)),
  rule('file-mode', says(/^(?:invalid mode: '(?<mode>.*)'|must have exactly one of create|can't have (?:text|unbuffered)|binary mode doesn't)/)),
  rule('format-text-as-number', says(/^Unknown format code '(?<code>.)' for object of type '(?<oneKind>str)'/)),
  rule('format-code', says(/^(?<message>(?:Unknown format code|Invalid format specifier|Cannot specify|Format specifier missing|Sign not allowed|'=' alignment|Precision not allowed|Alternate form|unsupported format character|incomplete format|Invalid conversion specification).*)/)),
  rule('format-brackets', says(/^(?:Single '(?<bracket>[{}])' encountered|expected '\}' before end|cannot switch from (?:manual|automatic)|unmatched '\{')/)),
  either('percent-count', says(/^(?:not all arguments converted|not enough arguments) (?:during|for)/)),
  either('percent-type', says(/^%(?<code>\w) format: (?:a|an) (?:real number|integer) is required, not (?<oneKind>\w+)/)),
  either('format-no-width', says(/^unsupported format string passed to (?<oneKind>\w+)\.__format__/)),
  rule('split-by-nothing', says(/^empty separator/)),
  rule('chr-range', says(/^chr\(\) arg not in range/)),
  rule('negative-wait', says(/^(?<message>(?:sleep length must be non-negative|negative shift count|negative .* not allowed).*)/)),
  rule('too-many-digits', says(/^Exceeds the limit \((?<limit>\d+) digits\)/)),
  rule('enum-no-member', says(/^(?<value>.+) is not a valid (?<name>[\w.]+)$/)),
  rule('dict-from-pairs', says(/^dictionary update sequence element #(?<index>\d+) has length (?<given>\d+); 2 is required/)),
  rule('dataclass-mutable-default', says(/^mutable default <class '(?<oneKind>\w+)'> for field (?<name>\w+)/)),
  rule('zip-strict', says(/^zip\(\) argument (?<index>\d+) is (?<how>shorter|longer)/)),
];
