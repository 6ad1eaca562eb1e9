import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AttemptMode, Verdict } from '../../../../db/models/enums.ts';
import type { LearningFact } from '../../../../db/models/learning-fact.ts';
import { cardsWanted, OBJECTIVE_REST_MS, type CardSource, type LessonForReview } from '../../../../src/core/review/cards-from.ts';

const exercise = (id: string, objectives: string[], variantOf: string | null = null) => ({ id, isRequired: variantOf === null, objectives, variantOf });
const LESSON: LessonForReview = {
  id: 'l',
  objectives: [{ id: 'o1', text: 'one' }, { id: 'o2', text: 'two' }, { id: 'unasked', text: 'asked by nothing' }],
  exercises: [exercise('e1', ['o1']), exercise('e2', ['o2']), exercise('v1', ['o1'], 'e1')],
};
const OTHER: LessonForReview = { id: 'm', objectives: [{ id: 'o1', text: 'other' }], exercises: [exercise('f1', ['o1'])] };

type Attempt = CardSource['attempts'][number];
const attempt = (exerciseId: string, createdAt: number, own: Partial<Attempt> = {}): Attempt =>
  ({ id: String(createdAt).padStart(4, '0'), exerciseId, createdAt, verdict: 'PASSED', mode: 'LESSON', solutionRevealed: false, ...own });
const fact = (own: Partial<LearningFact>): LearningFact =>
  ({ id: 'fact', kind: 'LESSON_COMPLETED', userId: 'ada', courseId: 'c', lessonId: 'l', exerciseId: null, at: 50, ...own }) as LearningFact;
const wanted = (own: Partial<CardSource>) =>
  cardsWanted({ userId: 'ada', courseId: 'c', lessons: [LESSON, OTHER], attempts: [], facts: [], drafts: [], ...own });
const ids = (own: Partial<CardSource>) => wanted(own).map(({ id }) => id);

const DONE = [attempt('e1', 1), attempt('e2', 2)];

describe('objectives', () => {
  it('of a completed lesson have a card each, due half a day after the last work at it', () => {
    const [one, two, ...others] = wanted({ attempts: DONE });
    expect(one).toMatchObject({ id: 'ada/l#o1', userId: 'ada', courseId: 'c', lessonId: 'l', objectiveId: 'o1', exerciseId: null, phase: 'NEW', reps: 0, isSuspended: false });
    expect(one?.due).toBe(2 + OBJECTIVE_REST_MS);
    expect(two?.id).toBe('ada/l#o2');
    expect(others).toEqual([]);
  });

  it('have none while their lesson is under way, and have them once its learner goes past it', () => {
    expect(ids({ attempts: [attempt('e1', 1)] })).toEqual([]);
    expect(ids({ attempts: [attempt('e1', 1)], facts: [fact({})] })).toEqual(['ada/l#o1', 'ada/l#o2']);
  });
});

describe('an exercise', () => {
  it.each<[string, Partial<CardSource>, readonly string[]]>([
    ['wrong and then right was missed', { attempts: [attempt('e1', 1, { verdict: 'FAILED' }), attempt('e1', 2)] }, ['ada/e1']],
    ['right at once was not, whatever comes later', { attempts: [attempt('e1', 1), attempt('e1', 2, { verdict: 'FAILED' })] }, []],
    ['wrong and still being worked at is not missed yet', { attempts: [attempt('e1', 1, { verdict: 'TIMED_OUT' })] }, []],
    ['wrong and left behind was missed', { attempts: [attempt('e1', 1, { verdict: 'ERRORED' })], facts: [fact({})] }, ['ada/l#o1', 'ada/l#o2', 'ada/e1']],
    ['never tried and left behind was not', { facts: [fact({})] }, ['ada/l#o1', 'ada/l#o2']],
    ['wrong in a replay or a review only was not', { attempts: [attempt('e1', 1), attempt('e1', 2, { verdict: 'FAILED', mode: 'REPLAY' }), attempt('e1', 3, { verdict: 'FAILED', mode: 'REVIEW' })] }, []],
    ['first tried in a replay was not missed in the lesson', { attempts: [attempt('e1', 1, { verdict: 'FAILED', mode: 'REPLAY' }), attempt('e1', 2, { mode: 'REPLAY' })] }, []],
    ['whose solution was shown comes back', { attempts: [attempt('e1', 1, { solutionRevealed: true })] }, ['ada/e1']],
    ['whose solution was shown and that was then left comes back', { drafts: [{ exerciseId: 'e1', solutionRevealed: true, updatedAt: 7 }] }, ['ada/e1']],
    ['shown in a review has its card already', { attempts: [attempt('e1', 1, { solutionRevealed: true, mode: 'REVIEW' })] }, []],
    ['that is a variant is never its own card', { attempts: [attempt('v1', 1, { verdict: 'FAILED' }), attempt('v1', 2, { solutionRevealed: true })] }, []],
    ['that the course no longer has, has none', { attempts: [attempt('gone', 1, { solutionRevealed: true })] }, []],
  ])('%s', (_, source, cards) => {
    expect(ids(source)).toEqual(cards);
  });

  it('judged wrong by its learner was missed, once it is right or left behind', () => {
    const attempts = [attempt('e1', 1, { id: 'a', verdict: 'UNGRADED' }), attempt('e1', 3, { id: 'b', verdict: 'UNGRADED' })];
    const judged = (id: string, attemptId: string, at: number, isRight: boolean) => fact({ id, kind: 'SELF_ASSESSED', exerciseId: 'e1', attemptId, at, isRight, criteriaMet: [] });
    expect(ids({ attempts, facts: [judged('f', 'a', 2, false), judged('g', 'b', 4, true)] })).toEqual(['ada/e1']);
    expect(ids({ attempts, facts: [judged('g', 'b', 4, true)] })).toEqual([]);
    expect(ids({ attempts, facts: [judged('f', 'a', 2, false)] })).toEqual([]);
    expect(ids({ attempts, facts: [judged('f', 'a', 2, false), fact({})] })).toContain('ada/e1');
  });

  it('is due at once, which is sooner than its lesson’s objectives', () => {
    const attempts = [attempt('e1', 1, { verdict: 'FAILED' }), attempt('e1', 2), attempt('e2', 3)];
    const due = new Map(wanted({ attempts }).map((card) => [card.id, card.due]));
    expect(due).toEqual(new Map([['ada/l#o1', 3 + OBJECTIVE_REST_MS], ['ada/l#o2', 3 + OBJECTIVE_REST_MS], ['ada/e1', 2]]));
  });
});

const anyAttempt = fc.record({
  exerciseId: fc.constantFrom('e1', 'e2', 'v1', 'f1', 'gone'),
  verdict: fc.constantFrom(...Object.values(Verdict)),
  mode: fc.constantFrom(...Object.values(AttemptMode)),
  solutionRevealed: fc.boolean(),
});
const anyHistory = fc.array(anyAttempt, { maxLength: 25 }).map((all) => all.map(({ exerciseId, ...own }, i) => attempt(exerciseId, i + 1, own)));
const anyFacts = fc.subarray([fact({}), fact({ id: 'other', lessonId: 'm', at: 60 })]);

it('whatever a learner does next, no card is wanted less', () => {
  fc.assert(
    fc.property(anyHistory, anyFacts, fc.nat(25), (attempts, facts, upTo) => {
      expect(ids({ attempts, facts })).toEqual(expect.arrayContaining(ids({ attempts: attempts.slice(0, upTo), facts })));
      expect(ids({ attempts, facts })).toEqual(expect.arrayContaining(ids({ attempts, facts: facts.slice(0, 1) })));
    }),
  );
});

it('the order that things are read in changes nothing, and no card is wanted twice', () => {
  fc.assert(
    fc.property(anyHistory, anyFacts, (attempts, facts) => {
      const cards = wanted({ attempts, facts });
      expect(wanted({ attempts: attempts.toReversed(), facts: facts.toReversed() })).toEqual(cards);
      expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
    }),
  );
});
