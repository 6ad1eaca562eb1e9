import { describe, expect, it } from 'vitest';
import { exerciseRules } from '../../../db/rules/exercise-rules.ts';
import { ExerciseType } from '../../../db/models/enums.ts';
import { makeFillBlanks, makeMatching, makeOrdering, makeParsons } from '../../factories/arrangement.ts';
import {
  makeCodeCompletion,
  makeExercise,
  makeFixBug,
  makeFreeForm,
  makeMultipleChoice,
  makeMultiSelect,
  makeRubric,
  makeTrueFalse,
} from '../../factories/exercise.ts';
import { makeNumeric, makePredictOutput, makeShortText } from '../../factories/written.ts';

const at = { lessonId: 'l1' };
const assertTest = { id: 't', name: 't', isVisible: true, kind: 'assert', code: 'assert x' } as const;
const stamped = { createdAt: 1, updatedAt: 1 };
const faultOf = (exercise: object) => exerciseRules.shape({ ...exercise, ...stamped }, '')?.path ?? null;

describe('R1: the shape of an exercise follows its type', () => {
  it.each(Object.values(ExerciseType))('lets through what the factory of %s makes', (type) => {
    expect(faultOf(makeExercise(type, at))).toBeNull();
    expect(faultOf(makeRubric(at))).toBeNull();
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
    ['constructs', { ...makeCodeCompletion(at), constructs: undefined }],
    ['constructs.forbidden[0].say', makeFixBug({ ...at, constructs: { required: [], forbidden: [{ construct: 'for', say: '' }] } })],
    ['tests[0].code', { ...makeFixBug(at), tests: [{ id: 't', name: 't', isVisible: true, kind: 'assert' }] }],
    ['tests[0].runSkipped', { ...makeFixBug(at), tests: [{ id: 't', name: 't', isVisible: true, kind: 'file', file: 'a', source: 'b' }] }],
    ['tests[0].kind', { ...makeFixBug(at), tests: [{ id: 't', name: 't', isVisible: true, kind: 'vote' }] }],
    ['tests', makeFixBug({ ...at, tests: [assertTest, assertTest] })],
    ['answerKey', makeMultiSelect({ ...at, answerKey: { optionIds: ['a', 'z'] } })],
    ['answerKey', makeMultiSelect({ ...at, answerKey: { optionIds: ['a', 'a'] } })],
    ['answerKey.optionIds', makeMultiSelect({ ...at, answerKey: { optionIds: [] } })],
    ['answerKey.accepted', makeShortText({ ...at, answerKey: { accepted: [], patterns: [], caseSensitive: true } })],
    ['answerKey.absolute', makeNumeric({ ...at, answerKey: { value: 1, absolute: -1, relative: 0, units: [] } })],
    ['answerKey.relative', makeNumeric({ ...at, answerKey: { value: 1, absolute: 0, relative: Number.NaN, units: [] } })],
    ['answerKey.units', numericIn([{ unit: 'g', factor: 0.001 }])],
    ['answerKey.units', numericIn([{ unit: 'g', factor: 1 }, { unit: 'g', factor: 2 }])],
    ['answerKey.units[0].factor', numericIn([{ unit: 'g', factor: 0 }])],
    ['starter', makePredictOutput({ ...at, starter: { files: { 'a.py': '' }, entry: 'b.py' } })],
    ['answerKey', makeParsons({ ...at, answerKey: { orders: [[{ blockId: 'z', indent: 0 }]], indented: true } })],
    ['answerKey', makeParsons({ ...at, answerKey: { orders: [[inLine('add'), inLine('add')]], indented: true } })],
    ['answerKey.orders[0][0].indent', makeParsons({ ...at, answerKey: { orders: [[{ blockId: 'add', indent: -1 }]], indented: true } })],
    ['answerKey.orders', makeParsons({ ...at, answerKey: { orders: [], indented: true } })],
    ['options', makeFillBlanks({ ...at, options: { text: '{{word}}', language: null } })],
    ['options', makeFillBlanks({ ...at, options: { text: '{{word}} {{end}} {{end}}', language: null } })],
    ['answerKey.blanks[0].choices', blankWith({ choices: ['in'] })],
    ['answerKey.blanks[0].choices', blankWith({ choices: ['in', 'in'] })],
    ['answerKey.blanks[0].accepted', blankWith({ accepted: [] })],
    ['answerKey', makeMatching({ ...at, answerKey: { pairs: { a: '2', b: '2' } } })],
    ['answerKey', makeMatching({ ...at, answerKey: { pairs: { a: '2', b: '2', c: '9' } } })],
    ['options.right', makeMatching({ ...at, options: { left: [item('a')], right: [item('2'), item('2')] } })],
    ['answerKey', makeOrdering({ ...at, answerKey: { orders: [['boil', 'cut', 'cook']] } })],
    ['answerKey', makeOrdering({ ...at, answerKey: { orders: [['boil', 'cut', 'cook', 'cook']] } })],
    ['answerKey', makeOrdering({ ...at, answerKey: { orders: [['boil', 'cut', 'cook', 'z']] } })],
    ['points', makeTrueFalse({ ...at, points: -1 })],
    ['hints[0]', makeTrueFalse({ ...at, hints: [''] })],
  ])('blames %s', (path, exercise) => {
    expect(faultOf(exercise)).toBe(path);
  });
});

function option(id: string) {
  return { id, text: id, why: '' };
}
function item(id: string) {
  return { id, text: id };
}
function inLine(blockId: string) {
  return { blockId, indent: 0 };
}
function numericIn(units: { unit: string; factor: number }[]) {
  return makeNumeric({ ...at, answerKey: { value: 1, absolute: 0, relative: 0, units } });
}
function blankWith(own: object) {
  const blank = { id: 'word', accepted: ['in'], patterns: [], caseSensitive: true, choices: null, ...own };
  return makeFillBlanks({ ...at, options: { text: '{{word}}', language: null }, answerKey: { blanks: [blank] } });
}
