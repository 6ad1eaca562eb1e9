import type { Rule } from '../rule.ts';
import { missingIn, type Reason } from './missing.ts';

const because = (id: string, reason: Reason): Rule => ({
  id: `javascript-${id}`,
  types: ['TypeError'],
  match(seen) {
    const missing = missingIn(seen);
    return missing?.reason === reason ? missing.params : null;
  },
});

/** Something was asked of undefined or null: by where that came from. */
export const MISSING_RULES: readonly Rule[] = [
  because('made-without-new', 'this-without-new'),
  because('this-undefined', 'this-undefined'),
  because('import-not-exported', 'import-undefined'),
  because('loop-one-too-far', 'loop-too-far'),
  because('index-empty', 'index-empty'),
  because('collection-has-no-places', 'collection-indexed'),
  because('key-not-there', 'key-not-in-object'),
  because('row-not-made', 'row-empty'),
  because('method-with-square-brackets', 'method-indexed'),
  because('find-found-nothing', 'search-empty'),
  because('match-found-nothing', 'pattern-empty'),
  because('input-ended', 'input-ended'),
  because('map-has-no-key', 'key-empty'),
  because('taken-from-empty-list', 'taken-from-empty'),
  because('printing-gives-nothing', 'result-of-printing'),
  because('for-each-gives-nothing', 'result-of-for-each'),
  because('return-on-its-own-line', 'return-cut-off'),
  because('function-without-return', 'function-gives-nothing'),
  because('function-returned-nothing', 'function-gives-sometimes'),
  because('promise-not-awaited', 'promise-unopened'),
  because('variable-without-value', 'variable-empty'),
  because('variable-set-to-nothing', 'value-null'),
  because('parameter-without-value', 'parameter-empty'),
  because('parameter-unpacked', 'parameter-unpacked'),
  because('process-has-no-input', 'process-input'),
  because('unpacked-not-there', 'unpacked-empty'),
  because('property-misspelt', 'property-misspelt'),
  because('part-of-item', 'part-of-item'),
  because('field-not-set', 'field-unset'),
  because('property-of-other-kind', 'property-of-other-kind'),
  because('property-not-there', 'property-empty'),
  because('property-of-nothing', 'unknown'),
];
