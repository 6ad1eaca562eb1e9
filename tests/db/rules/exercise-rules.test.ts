import { describe, expect, it } from 'vitest';
import { exerciseRules } from '../../../db/rules/exercise-rules.ts';
import { makeCodeCompletion, makeFreeForm, makeMultipleChoice, makeRubric, makeTrueFalse } from '../../factories/exercise.ts';

const at = { lessonId: 'l1' };
const stamped = { createdAt: 1, updatedAt: 1 };
const faultOf = (exercise: object) => exerciseRules.shape({ ...exercise, ...stamped }, '')?.path ?? null;

describe('R1: the shape of an exercise follows its type', () => {
  it.each([makeMultipleChoice, makeTrueFalse, makeFreeForm, makeRubric, makeCodeCompletion])('lets through what %o makes', (make) => {
    expect(faultOf(make(at))).toBeNull();
  });

  it.each([
    ['type', { ...makeTrueFalse(at), type: 'ESSAY' }],
    ['type', { ...makeTrueFalse(at), type: undefined }],
    ['mistakes', { ...makeTrueFalse(at), mistakes: [] }],
    ['options', { ...makeMultipleChoice(at), options: [] }],
    ['options', makeMultipleChoice({ ...at, options: [option('b'), option('b')] })],
    ['options[1].why', { ...makeMultipleChoice(at), options: [option('a'), { id: 'b', text: 'B' }] }],
    ['answerKey', makeMultipleChoice({ ...at, answerKey: { optionId: 'z' } })],
    ['answerKey.value', { ...makeTrueFalse(at), answerKey: {} }],
    ['options', makeTrueFalse({ ...at, options: [option('true'), option('maybe')] })],
    ['starter', { ...makeFreeForm(at), starter: {} }],
    ['answerKey.kind', { ...makeFreeForm(at), answerKey: { kind: 'guess' } }],
    ['answerKey.accepted', { ...makeFreeForm(at), answerKey: { ...makeFreeForm(at).answerKey, accepted: [] } }],
    ['answerKey.criteria', makeRubric({ ...at, answerKey: { kind: 'rubric', criteria: [], sample: 'x' } })],
    ['tests', makeCodeCompletion({ ...at, tests: [] })],
    ['tests[0].stdout', { ...makeCodeCompletion(at), tests: [{ id: 't', name: 't', isVisible: true, kind: 'output', stdin: '' }] }],
    ['starter', makeCodeCompletion({ ...at, starter: { files: { 'a.py': '' }, entry: 'main.py' } })],
    ['answerKey.files', makeCodeCompletion({ ...at, answerKey: { files: {} } })],
    ['language', { ...makeCodeCompletion(at), language: 'cobol' }],
    ['points', makeTrueFalse({ ...at, points: -1 })],
    ['hints[0]', makeTrueFalse({ ...at, hints: [''] })],
  ])('blames %s', (path, exercise) => {
    expect(faultOf(exercise)).toBe(path);
  });
});

function option(id: string) {
  return { id, text: id, why: '' };
}
