import { expect, it } from 'vitest';
import { hasCourseFile, isOfCourse } from '../../../../src/packs/source/course-folder.ts';

it('takes the texts beside course.yaml, everything in lessons, and nothing that tools leave behind', () => {
  const ours = ['course.yaml', 'README.md', 'lessons/010-a/lesson.md', 'lessons/010-a/deep/cup.svg'];
  const others = ['cover.png', 'notes/a.md', '.git/config', 'lessons/.DS_Store', 'lessons/.git/a.md', 'lessons/a/node_modules/b.md', 'lessons/a/lesson.md~', 'lessons/a/lesson.md.swp', 'tea.hornpack', 'lessons', 'lessons/', ''];
  expect([...ours, ...others].filter(isOfCourse)).toEqual(ours);
});

it('takes a misspelt name for what was meant', () => {
  expect([['course.yaml'], ['Course.yml', 'a.md'], ['course.yaml.md'], []].map(hasCourseFile)).toEqual([true, true, false, false]);
});
