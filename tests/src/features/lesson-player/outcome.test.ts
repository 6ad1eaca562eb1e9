import { describe, expect, it } from 'vitest';
import { allCriteria, isRight, outcomeOfAttempt } from '../../../../src/features/lesson-player/outcome.ts';
import { primaryAction, type Standing } from '../../../../src/features/lesson-player/primary-action.ts';
import { attemptAt, choice, code, essay, text } from './exercises.ts';

const wrong = { type: 'MULTIPLE_CHOICE', optionId: 'x' } as const;

describe('a result read back after a reload', () => {
  it('is that of the newest attempt, with its reason', () => {
    const attempt = attemptAt('choice', { answer: wrong, verdict: 'FAILED' });
    expect(outcomeOfAttempt(choice, attempt, wrong)).toMatchObject({ verdict: 'FAILED', say: 'Count again.', attemptId: 'attempt' });
    const known = attemptAt('text', { answer: { type: 'FREE_FORM', text: 'Li' }, verdict: 'FAILED' });
    expect(outcomeOfAttempt(text, known, known.answer)?.say).toBe('The other one.');
    const typed = attemptAt('code', { answer: { type: 'CODE_COMPLETION', files: { 'a.py': 'x = 1\n' } }, verdict: 'FAILED' });
    expect(outcomeOfAttempt(code, typed, typed.answer)?.say).toBe('One too few.');
  });

  it('is nothing where the answer or the exercise has changed since', () => {
    const attempt = attemptAt('choice', { answer: wrong, verdict: 'FAILED' });
    expect(outcomeOfAttempt(choice, attempt, { type: 'MULTIPLE_CHOICE', optionId: 'y' })).toBeNull();
    expect(outcomeOfAttempt({ ...choice, rev: 2 }, attempt, wrong)).toBeNull();
    expect(outcomeOfAttempt(choice, null, wrong)).toBeNull();
  });
});

describe('the one button', () => {
  const outcome = outcomeOfAttempt(choice, attemptAt('choice', { answer: wrong, verdict: 'PASSED' }), wrong);
  const idle: Standing = { exercise: choice, phase: 'idle', outcome: null, judgement: null, isStale: false };

  it('checks until the answer is right, then goes on', () => {
    expect(primaryAction(idle)).toBe('check');
    expect(primaryAction({ ...idle, outcome })).toBe('next');
  });

  it('checks again as soon as the answer has changed', () => {
    expect(primaryAction({ ...idle, outcome, isStale: true })).toBe('check');
  });

  it('stops while code runs', () => {
    expect(primaryAction({ ...idle, exercise: code, phase: 'checking' })).toBe('stop');
    expect(primaryAction({ ...idle, exercise: code, phase: 'running' })).toBe('stop');
    expect(primaryAction({ ...idle, phase: 'checking' })).toBe('wait');
  });

  it('asks the learner to judge what only they can judge', () => {
    const answer = { type: 'FREE_FORM', text: 'mine' } as const;
    const open = outcomeOfAttempt(essay, attemptAt('essay', { answer, verdict: 'UNGRADED' }), answer);
    const judged: Standing = { ...idle, exercise: essay, outcome: open };
    expect(primaryAction(judged)).toBe('judge');
    expect(primaryAction({ ...judged, judgement: [0] })).toBe('check');
    expect(primaryAction({ ...judged, judgement: allCriteria(essay) })).toBe('next');
    expect(open !== null && isRight(essay, open, null)).toBe(false);
  });
});
