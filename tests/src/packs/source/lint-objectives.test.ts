import { ok } from 'node:assert/strict';
import { expect, test } from 'vitest';
import { translated } from '../../../../src/packs/translate.ts';
import { docOf, opened, packOf, refusal } from '../pack/pack-files.ts';
import { CHOICE, courseFiles, findings, LESSON, lessonWith, parsed, TRUE_FALSE } from './course-files.ts';

const naming = (names: string, block = TRUE_FALSE): string => block.replace('type:', `objectives: [${names}]\ntype:`);

const filesWith = (objectives: string, lesson: string) => {
  const files = courseFiles(lesson);
  return { ...files, [LESSON]: (files[LESSON] ?? '').replace('objectives: [Pour tea]', `objectives: ${objectives}`) };
};
const TWO = '[{ id: pour, text: Pour tea }, Wait for it]';

test('an objective may have an id, by which exercises name it', () => {
  const course = parsed(filesWith(TWO, lessonWith(naming('pour'), CHOICE)));
  expect(course.lessons[0]?.objectives).toEqual([
    { id: 'pour', text: 'Pour tea' },
    { id: 'o2', text: 'Wait for it' },
  ]);
  expect(course.exercises.map(({ objectives }) => objectives)).toEqual([['pour'], []]);
});

test.each([
  ['an objective with an id that no exercise names', TWO, lessonWith(TRUE_FALSE), '4: objectives[0]: expected an objective that an exercise names, variants apart, found `pour`, which none does'],
  ['one that a variant alone names', TWO, lessonWith(CHOICE, naming('pour', TRUE_FALSE.replace('type:', 'variantOf: tea.kind\ntype:'))), '4: objectives[0]: expected an objective that an exercise names, variants apart, found `pour`, which none does'],
  ['a name that is no objective', TWO, lessonWith(naming('pour'), naming('poor', CHOICE)), '21: objectives[0]: expected the id of an objective of this lesson (did you mean `pour`?), found `poor`'],
  ['an id twice', '[{ id: a, text: A }, { id: a, text: B }]', lessonWith(naming('a')), '4: objectives[1].id: expected something not used before, found `a` again'],
  ['an objective of neither form', '[{ id: a }]', lessonWith(TRUE_FALSE), '4: objectives[0]: expected what the learner can do afterwards: a text, or `id` and `text`, found a set of fields'],
])('refused is %s', (_, objectives, lesson, finding) => {
  expect(findings(filesWith(objectives, lesson))).toEqual([`lessons/010-tea/lesson.md:${finding}`]);
});

test('an exercise that cannot be read takes no blame for an objective that none names', () => {
  const found = findings(filesWith(TWO, lessonWith(naming('pour').replace('answer: true', 'answer: maybe'))));
  expect(found).toEqual(['lessons/010-tea/lesson.md:14: answer: expected true or false, found "maybe"']);
});

test('a pack is held to the same', async () => {
  const files = filesWith(TWO, lessonWith(naming('pour'), CHOICE));
  const doc = docOf(files);
  const [lesson] = doc.lessons;
  ok(lesson !== undefined);
  expect(await refusal(await packOf(doc))).toBeNull();
  const without = { ...lesson, exercises: lesson.exercises.slice(1) };
  const read = await (await opened(await packOf({ ...doc, lessons: [without] }))).read();
  expect(read.ok ? [] : read.error.findings.map(({ file, field, found }) => [file, field, found])).toEqual([
    ['lessons/010-tea/lesson.json', 'objectives[0]', '`pour`, which none does'],
  ]);
});

test('an objective keeps its id in every language', () => {
  const doc = docOf(filesWith(TWO, lessonWith(naming('pour'), CHOICE)));
  const texts = { head: { objectives: ['Tee eingießen', 'Warten'] }, content: '', exercises: [] };
  const german = translated({ ...doc, translations: { de: { course: {}, lessons: { '010-tea': texts } } } }, 'de');
  expect(german.lessons[0]?.head.objectives).toEqual([{ id: 'pour', text: 'Tee eingießen' }, 'Warten']);
});
