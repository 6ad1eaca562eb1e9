import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineInJson } from '../../../../src/packs/pack/json-lines.ts';

const TEXT = `{
 "title": "a \\"quoted\\" {[,",
 "list": [
  1,
  { "x": [], "y": "\\\\" },
  [ "deep",
    "er" ]
 ],
 "last\\u0021": null
}
`;

it.each([
  [[], 1],
  [['title'], 2],
  [['list'], 3],
  [['list', 0], 4],
  [['list', 1, 'y'], 5],
  [['list', 2, 1], 7],
  [['last!'], 9],
])('finds %j on line %i', (path, line) => {
  expect(lineInJson(TEXT, path)).toBe(line);
});

it.each([
  [['missing'], 1],
  [['list', 9], 3],
  [['title', 'within'], 2],
  [['list', 1, 'z', 'further'], 5],
])('takes for %j what is around it, on line %i', (path, line) => {
  expect(lineInJson(TEXT, path)).toBe(line);
});

it('finds a mark behind any values', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.constantFrom(0, 2), (values, indent) => {
      const before = JSON.stringify(values, null, indent);
      const text = `{"before": ${before},\n"mark": 1}`;
      expect(lineInJson(text, ['mark'])).toBe(before.split('\n').length + 1);
      expect(lineInJson(`[${before},\n1]`, [1])).toBe(before.split('\n').length + 1);
    }),
  );
});

it('needs no stack for deep nesting', () => {
  expect(lineInJson(`[${'['.repeat(200_000)}${']'.repeat(200_000)},\n1]`, [1])).toBe(2);
});
