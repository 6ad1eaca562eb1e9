import { expect, it } from 'vitest';
import { docOf, packOf, refusal } from '../pack/pack-files.ts';
import { CHOICE, courseFiles, findings, LESSON, lessonWith, parsed, TRUE_FALSE } from './course-files.ts';

const named = (more: string, block = TRUE_FALSE): string => block.replace('type:', `${more}\ntype:`);
const retiring = (list: string, lesson: string) => {
  const files = courseFiles(lesson);
  return { ...files, 'course.yaml': `${files['course.yaml'] ?? ''}retired: ${list}\n` };
};

it('a row keeps the first name of what was renamed', () => {
  const files = courseFiles(lessonWith(named('renamedFrom: tea.warm')));
  const course = parsed({ ...files, [LESSON]: (files[LESSON] ?? '').replace('id: first', 'id: start\nrenamedFrom: first') });
  expect(course.lessons.map(({ id }) => id)).toEqual(['tea:first']);
  expect(course.exercises.map(({ id, lessonId }) => [id, lessonId])).toEqual([['tea:tea.warm', 'tea:first']]);
});

it('a variant stands behind what its lesson asks, names it by its row, and is not required', () => {
  const course = parsed(courseFiles(lessonWith(named('variantOf: tea.hot', CHOICE), named('renamedFrom: tea.warm'))));
  expect(course.exercises.map(({ id, order, variantOf, isRequired }) => [id, order, variantOf, isRequired])).toEqual([
    ['tea:tea.warm', 1, null, true],
    ['tea:tea.kind', 2, 'tea:tea.warm', false],
  ]);
});

it.each([
  ['a first name that another has', lessonWith(CHOICE, named('renamedFrom: tea.kind')), '21: renamedFrom: expected an id not used before, found `tea.kind`, which stands in lessons/010-tea/lesson.md:10 too'],
  ['a first name twice', lessonWith(named('renamedFrom: a', CHOICE), named('renamedFrom: a')), '22: renamedFrom: expected an id not used before, found `a`, which stands in lessons/010-tea/lesson.md:11 too'],
  ['a variant of nothing', lessonWith(named('variantOf: tea.cold')), '11: variantOf: expected the id of an exercise of this course that is no variant, found `tea.cold`'],
  ['a variant of itself', lessonWith(named('variantOf: tea.hot')), '11: variantOf: expected the id of an exercise of this course that is no variant, found its own'],
])('refused is %s', (_, lesson, finding) => {
  expect(findings(courseFiles(lesson))).toEqual([`lessons/010-tea/lesson.md:${finding}`]);
});

it('refused is a variant of a variant', () => {
  const third = TRUE_FALSE.replace('tea.hot', 'tea.third');
  expect(findings(courseFiles(lessonWith(CHOICE, named('variantOf: tea.kind'), named('variantOf: tea.hot', third))))).toEqual([
    'lessons/010-tea/lesson.md:31: variantOf: expected the id of an exercise of this course that is no variant, found `tea.hot`, which is a variant itself',
  ]);
});

it('what is in use is not retired, nor is anything twice', () => {
  expect(findings(retiring('{ exercises: [tea.hot, gone], lessons: [old] }', lessonWith(TRUE_FALSE)))).toEqual([
    'course.yaml:12: retired.exercises[0]: expected an id not used before, found `tea.hot`, which stands in lessons/010-tea/lesson.md:10 too',
  ]);
  expect(findings(retiring('{ lessons: [first] }', lessonWith(TRUE_FALSE)))).toHaveLength(1);
  expect(findings(retiring('{ exercises: [tea.warm] }', lessonWith(named('renamedFrom: tea.warm'))))).toHaveLength(1);
  expect(findings(retiring('{ exercises: [gone, gone] }', lessonWith(TRUE_FALSE)))).toHaveLength(1);
  expect(findings(retiring('{ exercises: [gone], lessons: [old] }', lessonWith(TRUE_FALSE)))).toEqual([]);
});

it('a pack is held to the same', async () => {
  const doc = docOf(courseFiles(lessonWith(TRUE_FALSE)));
  const bad = { ...doc, course: { ...doc.course, retired: { lessons: [], exercises: ['tea.hot'] } } };
  expect(await refusal(await packOf(bad))).toMatch(/^BadContent/);
  expect(await refusal(await packOf(doc))).toBeNull();
});
