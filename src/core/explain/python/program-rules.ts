import { nearestName } from '../nearest-name.ts';
import { groupsOf, says, stands, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { textOf } from './program.ts';
import { rulesOf } from './rule-of.ts';

const files = rulesOf('FileNotFoundError', 'FileExistsError', 'IsADirectoryError', 'NotADirectoryError', 'PermissionError', 'OSError', 'BlockingIOError');
const type = rulesOf('TypeError');
const runtime = rulesOf('RuntimeError', 'RecursionError');

/** Said by the program itself: stands before all others, whatever type it raises. */
export const RAISED_RULES: readonly Rule[] = [
  { id: 'python-not-written-yet', types: ['NotImplementedError'], match: ({ message }) => ({ message }) },
  {
    id: 'python-raised-own',
    types: null,
    match: (seen) => (isRaised(seen) && isOwn(seen) ? { type: seen.type, message: seen.message } : null),
  },
  { id: 'python-raised', types: null, match: (seen) => (isRaised(seen) ? { type: seen.type, message: seen.message } : null) },
  { id: 'python-own-exception', types: null, match: (seen) => (isOwn(seen) ? { type: seen.type, message: seen.message } : null) },
];

/** Classes, files, input, recursion and all else that a program may do wrong while it runs. */
export const PROGRAM_RULES: readonly Rule[] = [
  type('raise-no-exception', says(/^exceptions must derive from BaseException/)),
  type('except-no-exception', says(/^catching classes that do not inherit/)),
  type('abstract-class', says(/^Can't instantiate abstract class (?<name>\w+) (?:without an implementation for|with) abstract methods? (?<methods>.+)$/)),
  type('no-with', says(/^'(?<oneKind>[\w.]+)' object does not support the (?:asynchronous )?context manager/)),
  type('init-returns', says(/^__init__\(\) should return None, not '(?<oneKind>\w+)'/)),
  type('str-returns', says(/^(?<method>__\w+__) returned non-string \(type (?<oneKind>\w+)\)/)),
  type('special-method-returns', says(/^(?<message>(?:__\w+__|'\w+' object) (?:should return|returned|cannot be interpreted).*)/)),
  type('write-number', says(/^write\(\) argument must be str, not (?<oneKind>\w+)/)),
  type('bytes-needed', says(/^a bytes-like object is required, not 'str'|^string argument without an encoding/)),
  type('json-cannot-hold', says(/^Object of type (?<type>[\w.]+) is not JSON serializable/)),
  type('dataclass-default-order', says(/^non-default argument '(?<name>\w+)' follows default argument/)),
  type('ord-of-text', says(/^ord\(\) expected/)),
  type('isinstance-of-text', says(/^isinstance\(\) arg 2 must be/)),
  type('super-arguments', says(/^object\.__init__\(\) takes exactly one|^super\(\)/)),
  type('base-no-class', says(/^(?:metaclass conflict|bases must be types|type '(?<name>\w+)' is not an acceptable base|duplicate base class|Cannot create a consistent)/)),
  type('star-argument', says(/argument after \*\*? must be an? (?<wanted>iterable|mapping), not (?<oneKind>[\w.]+)/)),
  type('wrong-kind-given', says(/^(?:(?<called>[\w.]+)\(\) )?(?:.*?\b)?must be (?:an? )?(?<wanted>str|int|float|list|tuple|dict|integer|string|a string)\b.*?,? not '?(?<oneKind>[\w.]+)'?/)),
  type('wrong-kind', says(/(?:expected|must be|requires) (?<wanted>.+?),? (?:not|got|but) '?(?<oneKind>[\w.]+?)'?(?: found| instead)?$/)),
  files('file-misspelt', (seen) => {
    const [, path = ''] = /No such file or directory: '(.*)'$/.exec(seen.message) ?? [];
    const meant = nearestName(path, Object.keys(seen.files));
    return path === '' || meant === null ? null : { path, meant };
  }),
  files('file-outside', says(/No such file or directory: '(?<path>(?:[A-Za-z]:|\/|~|\.\.).*)'$/)),
  files('file-missing', says(/No such file or directory: '(?<path>.*)'/)),
  files('file-exists', says(/File exists: '(?<path>.*)'/)),
  files('file-is-folder', says(/(?:Is|Not) a directory: '(?<path>.*)'/)),
  files('no-processes', says(/does not support processes/)),
  files('file-other', ({ message }) => ({ message: message.replace(/^\[Errno \d+\] /, '') })),
  { id: 'python-file-wrong-mode', types: ['UnsupportedOperation'], match: says(/^not (?<what>readable|writable)|^(?<other>.*)$/) },
  { id: 'python-input-ended', types: ['EOFError'], match: ({ lines }) => ({ count: lines.filter((line) => /\binput\s*\(/.test(line)).length }) },
  runtime('recursion-endless', (seen) => (seen.type === 'RecursionError' || seen.message.includes('recursion') ? { name: recursiveOf(seen), hasIf: hasIf(seen) } : null)),
  runtime('changed-while-looping', says(/^(?<what>dictionary|Set|deque|OrderedDict) (?:changed size|changed|mutated|keys changed) during iteration/)),
  runtime('no-threads', says(/^can't start new thread/)),
  runtime('super-outside', says(/^super\(\): /)),
  runtime('generator-stopped', says(/^generator raised StopIteration/)),
  runtime('async-loop', says(/^(?<message>.*(?:event loop|stack switching|coroutine).*)/)),
  { id: 'python-nothing-left', types: ['StopIteration'], match: () => ({}) },
  { id: 'python-assertion-says', types: ['AssertionError'], match: says(/^(?<message>[\s\S]+)$/) },
  { id: 'python-assertion', types: ['AssertionError'], match: ({ source }) => ({ claim: /^\s*assert\s+(.+?)\s*$/.exec(source)?.[1] ?? '' }) },
  { id: 'python-division-by-count', types: ['ZeroDivisionError'], match: stands(/(?:\/|%)\s*(?<count>len\s*\(\s*\w+\s*\))/) },
  { id: 'python-division-by-zero', types: ['ZeroDivisionError'], match: ({ source }) => groupsOf(/(?:\/\/?|%)=?\s*(?<divisor>[\w.]+(?:\([^()]*\))?|\([^()]*\))/.exec(source)) ?? { divisor: '' } },
  { id: 'python-number-too-large', types: ['OverflowError'], match: () => ({}) },
  { id: 'python-json-text', types: ['JSONDecodeError'], match: says(/^(?<what>.*): line (?<line>\d+) column (?<column>\d+)/) },
  { id: 'python-encoding', types: ['UnicodeEncodeError', 'UnicodeDecodeError', 'UnicodeError'], match: says(/^'(?<codec>[\w-]+)' codec/) },
  { id: 'python-pattern', types: ['PatternError', 'error'], match: ({ message }) => ({ message }) },
  { id: 'python-statistics', types: ['StatisticsError'], match: ({ message }) => ({ message }) },
  { id: 'python-decimal-text', types: ['InvalidOperation'], match: () => ({}) },
  { id: 'python-frozen', types: ['FrozenInstanceError'], match: says(/field '(?<name>\w+)'/) },
  { id: 'python-no-network', types: ['URLError', 'gaierror', 'ConnectionError', 'ConnectionRefusedError', 'ConnectionResetError', 'RemoteDisconnected', 'TimeoutError', 'HTTPError', 'BrokenPipeError'], match: () => ({}) },
  { id: 'python-stopped-by-itself', types: ['SystemExit'], match: ({ message }) => ({ message: message === 'None' ? '' : message }) },
  { id: 'python-interrupted', types: ['KeyboardInterrupt'], match: () => ({}) },
];

/** The line that the error came up at is the `raise` of it. */
const isRaised = ({ source, type: name, message }: SeenError): boolean =>
  new RegExp(`\\braise\\s+(?:\\w+\\.)*${name}\\b`).test(source) && !message.startsWith('exceptions must derive');

const isOwn = (seen: SeenError): boolean => new RegExp(`^\\s*class\\s+${seen.type}\\s*\\(`, 'm').test(textOf(seen));

/** The function that calls itself: the one most often met on the way. */
function recursiveOf({ frames }: SeenError): string {
  const names = frames.map(({ name }) => name).filter((name) => !name.startsWith('<'));
  return names.at(-1) ?? '';
}

const hasIf = (seen: SeenError): string => (new RegExp(`def\\s+${recursiveOf(seen)}\\b[\\s\\S]*?\\bif\\b`).test(textOf(seen)) ? 'yes' : 'no');
