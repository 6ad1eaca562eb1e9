import fc from 'fast-check';
import type { CodeLanguage } from '../../../../db/models/enums.ts';
import type { Value } from '../../../../src/core/run-result.ts';

/** Any value that a literal of the language can stand for. */
export const anyValue = (language: CodeLanguage): fc.Arbitrary<Value> =>
  fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constant<Value>({ kind: 'none' }),
      ...(language === 'javascript' ? [fc.constant<Value>({ kind: 'undefined' })] : []),
      fc.boolean().map((value): Value => ({ kind: 'boolean', value })),
      fc.bigInt().map((value): Value => ({ kind: 'integer', digits: value.toString() })),
      fc.double().map((value): Value => ({ kind: 'float', text: String(value) })),
      fc.string({ unit: 'grapheme' }).map((value): Value => ({ kind: 'string', value })),
      fc.string({ unit: 'binary' }).map((value): Value => ({ kind: 'string', value })),
      fc.array(tie('value'), { maxLength: 4 }).map((items): Value => ({ kind: 'list', items })),
      fc.array(tie('value'), { maxLength: 4 }).map((items): Value => ({ kind: language === 'python' ? 'tuple' : 'list', items })),
      fc.uniqueArray(fc.string(), { maxLength: 4 }).map((texts): Value => ({ kind: 'set', items: texts.map(textValue) })),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }).map(
        (held): Value => ({ kind: 'dict', entries: Object.entries(held).map(([key, value]) => [textValue(key), value] as const) }),
      ),
    ),
  })).value;

const textValue = (value: string): Value => ({ kind: 'string', value });
