import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { courseJsonSchema } from '../../../src/packs/json-schema.ts';

test('the published schema is the one that the checking code gives: `hornbook schema > public/schema/course-1.json`', () => {
  expect(JSON.parse(readFileSync('public/schema/course-1.json', 'utf8'))).toEqual(courseJsonSchema());
});

test('it knows every type of exercise, and what each must have', () => {
  const { writtenExercise } = courseJsonSchema().$defs as { writtenExercise: { oneOf?: Branch[]; anyOf?: Branch[] } };
  const branches = writtenExercise.oneOf ?? writtenExercise.anyOf ?? [];
  expect(branches.map(({ properties }) => properties.type.const).sort()).toEqual([
    'CODE_COMPLETION', 'FILL_BLANKS', 'FIX_BUG', 'FREE_FORM', 'MATCHING', 'MULTIPLE_CHOICE', 'MULTI_SELECT', 'NUMERIC', 'ORDERING', 'PARSONS', 'PREDICT_OUTPUT',
    'SHORT_TEXT', 'TRUE_FALSE',
  ]);
  for (const { required, additionalProperties } of branches) {
    expect(required).toEqual(expect.arrayContaining(['type', 'id', 'prompt', 'hints']));
    expect(additionalProperties).toBe(false);
  }
});

interface Branch {
  readonly properties: { readonly type: { readonly const: string } };
  readonly required: readonly string[];
  readonly additionalProperties: boolean;
}
