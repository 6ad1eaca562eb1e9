import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningFact } from '../../../../db/models/learning-fact.ts';
import { Verdict } from '../../../../db/models/enums.ts';
import { masteryOf, type MasterySource } from '../../../../src/core/activity/mastery.ts';

type Attempt = MasterySource['attempts'][number];
const attempt = (exerciseId: string, createdAt: number, own: Partial<Attempt> = {}): Attempt =>
  ({ id: String(createdAt).padStart(4, '0'), exerciseId, createdAt, verdict: 'PASSED', solutionRevealed: false, ...own });
const exercise = (id: string, objectives: readonly string[], variantOf: string | null = null) => ({ id, objectives, variantOf });

/** `a` is asked by e1 and e2, `b` by e2 alone; v1 asks e1's again. Nothing asks `c`. */
const EXERCISES = [exercise('e1', ['a']), exercise('e2', ['a', 'b']), exercise('v1', ['a'], 'e1')];
const LESSON = { objectives: ['a', 'b', 'c'].map((id) => ({ id, text: id })) };
const mastery = (attempts: readonly Attempt[], facts: readonly LearningFact[] = []) => masteryOf({ lesson: LESSON, exercises: EXERCISES, attempts, facts });
const metBy = (...args: Parameters<typeof mastery>) => mastery(...args).objectives.filter(({ isMet }) => isMet).map(({ objectiveId }) => objectiveId);

const shown = { solutionRevealed: true };

describe('an objective', () => {
  it.each<[string, readonly Attempt[], readonly string[]]>([
    ['is met by solving one exercise that asks for it', [attempt('e1', 1)], ['a']],
    ['is not met by a wrong answer', [attempt('e1', 1, { verdict: 'FAILED' })], []],
    ['is not met with the solution at hand', [attempt('e1', 1, shown)], []],
    ['is not met while another exercise that asks for it stands revealed', [attempt('e2', 1), attempt('e1', 2, shown)], ['b']],
    ['is met once that is solved without', [attempt('e2', 1), attempt('e1', 2, shown), attempt('e1', 3)], ['a', 'b']],
    ['is met once a variant of that is solved', [attempt('e1', 2, shown), attempt('v1', 3)], ['a']],
    ['is not met by what was solved before the reveal', [attempt('e1', 1), attempt('e1', 2, shown)], []],
    ['stays met by a later wrong answer', [attempt('e1', 1), attempt('e1', 2, { verdict: 'FAILED' })], ['a']],
    ['has nothing to do with exercises of other lessons', [attempt('elsewhere', 1)], []],
  ])('%s', (_, attempts, met) => {
    expect(metBy(attempts)).toEqual(met);
  });

  it('is met by an answer that its learner judged right', () => {
    const judged = (isRight: boolean): LearningFact => ({ id: 'f', kind: 'SELF_ASSESSED', userId: 'ada', courseId: 'c', lessonId: 'l', exerciseId: 'e1', attemptId: '0001', isRight, criteriaMet: [], at: 2 });
    const answers = [attempt('e1', 1, { verdict: 'UNGRADED' })];
    expect(metBy(answers)).toEqual([]);
    expect(metBy(answers, [judged(false)])).toEqual([]);
    expect(metBy(answers, [judged(true)])).toEqual(['a']);
  });

  it('says how much of what asks for it is solved, a variant being as good as its exercise', () => {
    expect(mastery([attempt('v1', 1)]).objectives).toEqual([
      { objectiveId: 'a', asked: 2, solved: 1, isMet: true },
      { objectiveId: 'b', asked: 1, solved: 0, isMet: false },
    ]);
  });
});

it.each([
  [5, 4, true],
  [5, 3, false],
  [4, 3, false],
  [4, 4, true],
  [10, 8, true],
  [1, 0, false],
  [0, 0, false],
])('of %i objectives, %i met is mastery: %s', (count, met, isMastered) => {
  const ids = Array.from({ length: count }, (_, i) => `o${i}`);
  const source = { lesson: { objectives: ids.map((id) => ({ id, text: id })) }, exercises: ids.map((id) => exercise(id, [id])) };
  const attempts = ids.slice(0, met).map((id, i) => attempt(id, i));
  expect(masteryOf({ ...source, attempts, facts: [] })).toMatchObject({ met, isMastered });
});

const anyAttempts = fc
  .array(fc.record({ exerciseId: fc.constantFrom('e1', 'e2', 'v1'), verdict: fc.constantFrom(...Object.values(Verdict)), solutionRevealed: fc.boolean() }), { maxLength: 15 })
  .map((all) => all.map(({ exerciseId, ...own }, i) => attempt(exerciseId, i, own)));

it('only a reveal takes anything away, solving everything once more masters all, and the order of reading is nothing', () => {
  fc.assert(
    fc.property(anyAttempts, anyAttempts, (before, later) => {
      const unaided = later.map((one, i) => ({ ...one, id: `z${i}`, createdAt: 100 + i, solutionRevealed: false }));
      expect(metBy([...before, ...unaided])).toEqual(expect.arrayContaining(metBy(before)));
      expect(metBy(before.toReversed())).toEqual(metBy(before));
      const all = [attempt('v1', 200), attempt('e2', 201)];
      expect(mastery([...before, ...all])).toMatchObject({ met: 2, isMastered: true });
    }),
  );
});
