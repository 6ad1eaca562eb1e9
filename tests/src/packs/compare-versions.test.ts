import { expect, it } from 'vitest';
import { compareVersions } from '../../../src/packs/compare-versions.ts';
import type { CourseDoc } from '../../../src/packs/course-doc.ts';
import { packErrorToText } from '../../../src/packs/pack-error.ts';
import { docOf } from './pack/pack-files.ts';
import { CHOICE, courseFiles, LESSON, lessonWith, TRUE_FALSE } from './source/course-files.ts';

const RELEASED = docOf(courseFiles(lessonWith(CHOICE, TRUE_FALSE)));

interface Next {
  readonly version?: string;
  readonly more?: string;
  readonly head?: string;
}

/** The course a version later, with these exercises. */
function next(blocks: readonly string[], { version = '1.3.0', more = '', head = 'id: first' }: Next = {}): CourseDoc {
  const files = courseFiles(lessonWith(...blocks));
  const course = (files['course.yaml'] ?? '').replace('version: 1.2.3', `version: ${version}`);
  return docOf({ 'course.yaml': `${course}${more}`, [LESSON]: (files[LESSON] ?? '').replace('id: first', head) });
}
const told = (now: CourseDoc, released = RELEASED): string[] => compareVersions(released, now).map(packErrorToText);

const renamed = (id: string, first: string): string => TRUE_FALSE.replace('id: tea.hot', `id: ${id}\nrenamedFrom: ${first}`);
const AT = 'lessons/010-tea/lesson.md:1:';
const GONE = 'course.yaml:1: retired.exercises: expected `tea.hot` in this list, or `renamedFrom: tea.hot` at the exercise that it became, found neither, and `tea.hot` is gone since the released version';

it('nothing is told of the released version itself, nor of words, orders and additions', () => {
  expect(told(RELEASED)).toEqual([]);
  const more = TRUE_FALSE.replace('tea.hot', 'tea.new');
  expect(told(next([TRUE_FALSE.replace('Is it hot?', 'Is tea hot?'), more, CHOICE.replace('Look at', 'Taste')]))).toEqual([]);
});

it('an exercise that vanished is to be retired or renamed, and what to write is said', () => {
  expect(told(next([CHOICE]))).toEqual([GONE]);
  expect(told(next([CHOICE, TRUE_FALSE.replace('tea.hot', 'tea.warm')]))).toEqual([GONE]);
  expect(told(next([CHOICE], { more: 'retired: { exercises: [tea.hot] }\n' }))).toEqual([]);
  expect(told(next([CHOICE, renamed('tea.warm', 'tea.hot')]))).toEqual([]);
});

it('a lesson that vanished is to be retired or renamed', () => {
  expect(told(next([CHOICE, TRUE_FALSE], { head: 'id: start' }))).toEqual([
    'course.yaml:1: retired.lessons: expected `first` in this list, or `renamedFrom: first` at the lesson that it became, found neither, and `first` is gone since the released version',
  ]);
  expect(told(next([CHOICE, TRUE_FALSE], { head: 'id: start\nrenamedFrom: first' }))).toEqual([]);
});

it('what is renamed again keeps its first name', () => {
  const once = next([CHOICE, renamed('tea.warm', 'tea.hot')]);
  const wrong = next([CHOICE, renamed('tea.boiling', 'tea.warm')], { version: '1.4.0' });
  expect(told(wrong, once)).toEqual([`${AT} renamedFrom: expected \`renamedFrom: tea.hot\`, the first id it ever had, found \`tea.warm\``]);
  const dropped = next([CHOICE, TRUE_FALSE.replace('tea.hot', 'tea.warm')], { version: '1.4.0' });
  expect(told(dropped, once)).toEqual([`${AT} renamedFrom: expected \`renamedFrom: tea.hot\`, the first id it ever had, found nothing`]);
  expect(told(next([CHOICE, renamed('tea.boiling', 'tea.hot')], { version: '1.4.0' }), once)).toEqual([]);
  expect(told(next([CHOICE, TRUE_FALSE], { version: '1.4.0' }), once)).toEqual([]);
});

it('what is retired stays so, or comes back', () => {
  const without = next([CHOICE], { more: 'retired: { exercises: [tea.hot] }\n' });
  expect(told(next([CHOICE], { version: '1.4.0' }), without)).toEqual([
    'course.yaml:1: retired.exercises: expected `tea.hot`, which was retired before, or that exercise again, found neither',
  ]);
  expect(told(next([CHOICE, TRUE_FALSE], { version: '1.4.0' }), without)).toEqual([]);
});

it('another answer needs a higher rev, and a rev never falls', () => {
  const other = TRUE_FALSE.replace('answer: true', 'answer: false');
  expect(told(next([CHOICE, other]))).toEqual([`${AT} rev: expected \`rev: 2\`, since what is graded has changed, found 1`]);
  const raised = next([CHOICE, `${other}rev: 2\n`]);
  expect(told(raised)).toEqual([]);
  expect(told(next([CHOICE, other], { version: '1.4.0' }), raised)).toEqual([`${AT} rev: expected 2 or more, which is released, found 1`]);
});

it('the version rises, and the course is the same', () => {
  expect(told(next([CHOICE, TRUE_FALSE.replace('Is it', 'Is that')], { version: '1.2.3' }))).toEqual([
    'course.yaml:1: version: expected a version above the released 1.2.3, found 1.2.3',
  ]);
  expect(told({ ...RELEASED, course: { ...RELEASED.course, id: 'chai' } })).toEqual(['course.yaml:1: id: expected `tea`, the id of the released course, found `chai`']);
});
