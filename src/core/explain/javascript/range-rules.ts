import { both, says, stands, type Rule } from '../rule.ts';

const range = (id: string, match: Rule['match']): Rule => ({ id: `javascript-${id}`, types: ['RangeError'], match });

/** Too much, too few, too deep. */
export const RANGE_RULES: readonly Rule[] = [
  range('constructor-without-end', both(says(/^Maximum call stack size exceeded$/), ({ frames }) => {
    const [, name] = /^new (.+)$/.exec(frames.at(-1)?.name ?? '') ?? [];
    return name === undefined ? null : { name };
  })),
  range('accessor-calls-itself', both(says(/^Maximum call stack size exceeded$/), ({ frames, source }) => {
    const [, name] = /(?:set|get) ([\w$]+)/.exec(frames.at(-1)?.name ?? '') ?? /\b(?:get|set)\s+([\w$]+)\s*\(/.exec(source) ?? [];
    return name === undefined ? null : { name };
  })),
  range('two-functions-without-end', both(says(/^Maximum call stack size exceeded$/), ({ frames }) => {
    const names = [...new Set(frames.slice(-8).map(({ name }) => name))].filter((name) => name !== '');
    return names.length === 2 ? { fn: names[0] ?? '', other: names[1] ?? '' } : null;
  })),
  range('recursion-without-end', both(says(/^Maximum call stack size exceeded$/), ({ frames }) => {
    const name = frames.at(-1)?.name ?? '';
    return name === '' ? null : { fn: name.split('.').at(-1) ?? name };
  })),
  range('calls-without-end', says(/^Maximum call stack size exceeded$/)),
  range('array-length', both(says(/Invalid array length$/), stands(/(?:Array\((?<length>[^)]*)\)|\.length\s*=\s*(?<set>[^;]*))/))),
  range('array-too-long', says(/Invalid array length$/)),
  range('digits', says(/^(?<call>\w+)\(\) (?:digits )?argument must be between (?<least>\d+) and (?<most>\d+)$/)),
  range('radix', says(/^toString\(\) radix (?:argument )?must be between 2 and 36$/)),
  range('repeat-count', says(/^Invalid count value: (?<count>.+)$/)),
  range('text-too-long', says(/^Invalid string length$/)),
  range('date-invalid', says(/^Invalid time value$|^date value is not finite/)),
  range('language-tag', says(/^(?:Incorrect locale information provided|Invalid language tag: (?<tag>.*))$/)),
  range('bigint-of-fraction', says(/^The number (?<value>\S+) cannot be converted to a BigInt/)),
  range('bigint-divided-by-zero', says(/^Division by zero$/)),
  range('pictures', says(/^No more than (?<most>\d+) pictures$/)),
];
