import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleOf, rowsOf, TextLists } from '../../../src/packs/row-lists.ts';
import { makeBundle } from '../services/bundle.ts';

it('a course in lists is the course', () => {
  const bundle = makeBundle();
  const rows = rowsOf(bundle);
  expect(bundleOf(rows)).toEqual(bundle);
  expect(rows.exercises.ids).toEqual(bundle.exercises.map(({ id }) => id));
});

it('lists hold two hundred rows at most', () => {
  const exercises = Array.from({ length: 450 }, (_, i) => ({ ...makeBundle().exercises[0], id: `e${i}` })) as ReturnType<typeof makeBundle>['exercises'];
  expect(Array.from(rowsOf({ ...makeBundle(), exercises }).exercises.lists(), (list) => list.length)).toEqual([200, 200, 50]);
});

it('rows that are kept as text come back as they were, as often as they are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.record({ id: fc.string(), words: fc.string({ unit: 'binary' }), n: fc.integer() }))), (lists) => {
      const kept = new TextLists<{ id: string; words: string; n: number }>();
      for (const list of lists) kept.add({ ids: list.map(({ id }) => id), text: JSON.stringify(list) });
      expect(kept.ids).toEqual(lists.flat().map(({ id }) => id));
      expect([...kept.lists()]).toEqual(lists);
      expect([...kept.lists()]).toEqual(lists);
    }),
  );
});
