import { both, says, stands, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { declarationsIn } from './names.ts';
import { declarationsOf } from './declarations.ts';

const type = (id: string, match: Rule['match']): Rule => ({ id: `javascript-${id}`, types: ['TypeError'], match });

/** The constant that the error's line gives a value to. */
function constantOnLine({ lines, source, place }: SeenError): Params | null {
  const constants = declarationsOf(lines).filter(({ how }) => how === 'const' || how === 'import');
  const changed = constants.find(({ name, line }) => {
    const escaped = name.replace(/\$/g, '\\$');
    const isChanged = new RegExp(String.raw`(?<![\w$.])${escaped}\s*(?:[-+*/%&|^?]{0,2}=(?![=>])|\+\+|--)|(?:\+\+|--)\s*${escaped}(?![\w$])`);
    return isChanged.test(line === place?.line ? source.replace(new RegExp(String.raw`const\s+${escaped}\s*=`), '') : source);
  });
  return changed === undefined ? null : { name: changed.name, line: changed.line };
}

/** What may be done to a value, and to objects and classes. */
export const OBJECT_RULES: readonly Rule[] = [
  type('const-loop-variable', both(says(/^Assignment to constant variable\.$/), stands(/\bfor\s*\(\s*const\s+(?<name>[\w$]+)\s*=/))),
  type('const-changed-in-condition', both(says(/^Assignment to constant variable\.$/), stands(/\b(?<word>if|while)\s*\(\s*(?<name>[\w$.]+)\s*=(?![=>])/))),
  type('const-changed', both(says(/^Assignment to constant variable\.$/), constantOnLine)),
  type('const-changed-somewhere', says(/^Assignment to constant variable\.$/)),
  type('text-cannot-be-changed', says(/^Cannot assign to read only property '(?<index>\d+)' of string '(?<text>[^]*)'$/)),
  type('length-of-text', says(/^Cannot assign to read only property '(?<name>length)' of string '(?<text>[^]*)'$/)),
  type('builtin-cannot-be-changed', says(/^Cannot assign to read only property '(?<name>undefined|NaN|Infinity)' of object/)),
  type('frozen-property', says(/^Cannot assign to read only property '(?<name>[^']+)' of object/)),
  type('frozen-add', says(/^Cannot add property (?<name>[^,]+), object is not extensible$/)),
  type('frozen-delete', says(/^Cannot delete property '(?<name>[^']+)' of /)),
  type('getter-only', says(/^Cannot set property (?<name>\S+) of (?<what>.+) which has only a getter$/)),
  type('property-on-plain-value', says(/^Cannot create property '(?<name>[^']+)' on (?<kind>\w+) '(?<value>[^]*)'$/)),
  type('class-without-new', says(/^Class constructor (?<name>\S+) cannot be invoked without 'new'$/)),
  type('builtin-without-new', says(/^(?:Constructor )?(?<name>\S+) (?:requires 'new'|constructor cannot be invoked without 'new')$/)),
  type('no-new-needed', says(/^(?<name>Symbol|BigInt|Math|JSON|console|parseInt|parseFloat) is not a constructor$/)),
  type('arrow-with-new', ({ message, lines }) => {
    const [, name] = /^([\w$]+) is not a constructor$/.exec(message) ?? [];
    const made = name === undefined ? [] : declarationsIn(lines, name);
    return name === undefined || made.length === 0 ? null : { name, line: made[0]?.line ?? 0 };
  }),
  type('not-a-constructor', says(/^(?<name>[^]+) is not a constructor$/)),
  type('extends-no-class', says(/^Class extends value (?<value>[^]*) is not a constructor or null$/)),
  type('private-from-outside', says(/^Cannot (?:read|write) private member (?<name>#[\w$]+) (?:from|to) an object whose class did not declare it$/)),
  type('private-method-of-other', says(/^Receiver must be (?:an instance of )?class (?<of>\S+)$/)),
  type('instanceof-wrong', says(/^Right-hand side of 'instanceof' is not (?:an object|callable)$/)),
  type('in-for-text', says(/^Cannot use 'in' operator to search for '(?<key>[^]*)' in (?<value>[^]*)$/)),
  type('bigint-mixed', says(/^Cannot mix BigInt and other types/)),
  type('bigint-to-number', says(/^Cannot convert a BigInt value to a number$/)),
  type('bigint-in-json', says(/^Do not know how to serialize a BigInt$/)),
  type('circular-json', ({ message }) => {
    if (!message.startsWith('Converting circular structure to JSON')) return null;
    const [, name = ''] = /property '([^']+)' closes the circle/.exec(message) ?? [];
    return { name };
  }),
  type('reduce-empty', says(/^Reduce of empty array with no initial value$/)),
  type('sort-wants-function', says(/^The comparison function must be either a function or undefined/)),
  type('timer-called-at-once', both(says(/^The handler of a timer must be a function$/), stands(/(?<timer>setTimeout|setInterval|setImmediate)\(\s*(?<call>[\w$.]+\()/))),
  type('timer-wants-function', both(says(/^The handler of a timer must be a function$/), stands(/(?<timer>setTimeout|setInterval|setImmediate)\(/))),
  type('promise-wants-function', says(/^Promise resolver (?<value>[^]*) is not a function$/)),
  type('keys-of-nothing', both(says(/^Cannot convert undefined or null to object$/), stands(/(?<call>Object\.\w+)\(\s*(?<what>[\w$][\w$.]*)/))),
  type('object-from-nothing', says(/^Cannot convert undefined or null to object$/)),
  type('value-to-text', says(/^Cannot convert (?:object to primitive value|a Symbol value to a (?:string|number))$/)),
  type('method-borrowed', says(/^Method (?<call>[\w.[\] ]+) called on incompatible receiver (?<value>[^]*)$/)),
  type('pattern-not-global', says(/^String\.prototype\.(?<call>\w+) called with a non-global RegExp argument$/)),
  type('pattern-where-text', says(/^First argument to String\.prototype\.(?<call>\w+) must not be a regular expression$/)),
  type('currency-missing', says(/^Currency code is required with currency style/)),
  type('display-wants-svg', says(/^display\(\) takes SVG/)),
  type('no-network', says(/^(?:Failed to fetch|fetch failed|NetworkError|Failed to (?:execute 'fetch'|parse URL))/)),
];
