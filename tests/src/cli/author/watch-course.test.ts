import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { watchCourse } from '../../../../src/cli/author/watch-course.ts';
import { courseFolder, write } from './course-folder.ts';

function watched(path: string) {
  const onSaved = vi.fn(() => Promise.resolve());
  onTestFinished(watchCourse(path, onSaved));
  return onSaved;
}

it('hears of a file that is written, put in another’s place, new, or gone, and of nothing else', async () => {
  const folder = courseFolder();
  const lesson = join(folder, 'lessons/010-leaves/lesson.md');
  const onSaved = watched(folder);
  const steps = [
    () => writeFileSync(lesson, 'other words'),
    () => {
      writeFileSync(`${folder}/lesson.new`, 'more words');
      renameSync(`${folder}/lesson.new`, lesson);
    },
    () => write(folder, { 'lessons/020-more/lesson.md': 'new' }),
    () => rmSync(join(folder, 'lessons/020-more'), { recursive: true }),
  ];
  for (const [i, step] of steps.entries()) {
    step();
    await vi.waitFor(() => expect(onSaved).toHaveBeenCalledTimes(i + 1), 5_000);
  }
  write(folder, { '.git/index': 'x' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(onSaved).toHaveBeenCalledTimes(steps.length);
});

it('waits until a file that is written in steps is whole', async () => {
  const folder = courseFolder();
  const seen: string[] = [];
  const onSaved = watched(folder);
  onSaved.mockImplementation(() => Promise.resolve(void seen.push('saved')));
  for (let i = 0; i < 8; i++) {
    writeFileSync(join(folder, 'course.yaml'), 'x'.repeat(i));
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await vi.waitFor(() => expect(seen).toEqual(['saved']), 5_000);
});
