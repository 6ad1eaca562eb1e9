import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { bareWords } from '../../src/ui/plain-text.ts';
import { href } from '../../src/ui/routes.ts';
import { inBrowser, launch } from './browser.ts';
import { bundledCourses, demoCourses, exercisesOf, lessonsOf } from './courses.ts';
import { begin } from './first-run.ts';
import { answer, check, codeIn, editor, fillIn, heading, openExercise, primary, primaryAction, saved, writeCode, type AnyExercise } from './player.ts';
import { serve, type AppServer } from './serve.ts';
import { clearStorage, exportBackup, goTo, readBackup } from './storage.ts';
import { doorman, type Doorman } from './strangers.ts';
import { expectQuiet, untilOffline, visit, type Visit } from './visit.ts';

const courses = demoCourses();
/** Where the app leads someone who is new. */
const FIRST_LESSON = bundledCourses()[0]?.lessons[0]?.title ?? 'none';

inBrowser('a newcomer, the server stopped after the first visit', () => {
  const made: { server?: AppServer; door?: Doorman; browser?: Browser } = {};
  beforeAll(async () => {
    made.server = await serve();
    made.door = await doorman();
    made.browser = await launch({ proxy: { server: made.door.url, bypass: `<-loopback>,127.0.0.1:${made.server.port}` } });
  });
  afterAll(async () => {
    await made.browser?.close();
    await made.door?.close();
    await made.server?.stop();
  });

  it('takes both courses to 100 %, and begins anew once storage is cleared', { timeout: 600_000 }, async () => {
    const { server, door, browser } = made as Required<typeof made>;
    // A second try would find it stopped.
    await server.start();
    const visited = await visit(browser, server.url);
    const { page } = visited;
    await untilOffline(page);
    await server.stop();
    await expect(fetch(server.url)).rejects.toThrow();

    await begin(page, 'Amina');
    await page.getByRole('link', { name: t('home.firstLesson') }).click();
    await page.getByRole('heading', { level: 1, name: FIRST_LESSON }).waitFor();
    await goTo(page, href.library);
    let tries = 0;
    for (const course of courses) tries += await takeCourse(visited, course);

    await expectPercentage(page, courses.map(() => 100));
    const { tables } = readBackup(await exportBackup(page));
    expect(tables.exerciseAttempts?.length).toBe(tries);
    expect(tables.users?.length).toBe(1);
    expectQuiet(visited);

    await clearStorage(page);
    await server.start();
    await page.goto(server.url);
    await page.reload();
    await untilOffline(page);
    await server.stop();
    await begin(page, 'Bo');
    await expectPercentage(page, courses.map(() => 0));
    const [first] = courses;
    const [lesson] = first === undefined ? [] : lessonsOf(first);
    const [exercise] = first === undefined || lesson === undefined ? [] : exercisesOf(first, lesson.id);
    if (lesson === undefined || exercise === undefined) throw new Error('no course is bundled');
    await openExercise(page, lesson.id, exercise.id);
    await answer(page, exercise, 'right');
    expect(await primaryAction(page)).toBe('next');
    expectQuiet(visited);
    expect(door.asked).toEqual([]);
  });
});

type Course = (typeof courses)[number];

/** Every exercise in order, by the buttons; gives how many tries were made. */
async function takeCourse(visited: Visit, course: Course): Promise<number> {
  const { page } = visited;
  const isFirst = course === courses[0];
  let tries = 0;
  const done = new Set<string>();
  await openCourse(page, course);
  for (const lesson of lessonsOf(course)) {
    const exercises = exercisesOf(course, lesson.id);
    for (const [index, exercise] of exercises.entries()) {
      // Answered in the other tab: the lesson opens at the next one.
      if (done.has(exercise.id)) continue;
      // The exercise before, in another lesson, may have the same heading.
      await page.waitForURL((url) => decodeURIComponent(url.hash).includes(exercise.id));
      await heading(page, index + 1, exercises.length).waitFor();
      if (exercise.type === 'CODE_COMPLETION') await reloadInTheMiddleOfTyping(page, exercise);
      await answer(page, exercise, 'wrong');
      expect(await primaryAction(page)).toBe('check');
      await page.getByText(new RegExp(`^${t('player.notYet')}`)).first().waitFor();
      if (isFirst && exercise.type === 'CODE_COMPLETION' && lesson === lessonsOf(course)[0]) {
        done.add(await answerInTwoTabsAtOnce(visited, course, exercise));
        tries += 1;
      } else {
        await answer(page, exercise, 'right');
      }
      tries += 2;
      expect(await primaryAction(page)).toBe('next');
      await primary(page).click();
    }
    if (lesson === lessonsOf(course).at(-1)) continue;
    await page.getByRole('heading', { level: 1, name: t('player.lessonDone', { lesson: lesson.title }) }).waitFor();
    for (const { text } of lesson.objectives) await page.getByRole('listitem').filter({ hasText: bareWords(text) }).waitFor();
    await page.keyboard.press('ControlOrMeta+Enter');
  }
  await page.getByRole('heading', { name: t('player.courseDone', { course: course.course.title }) }).waitFor();
  return tries;
}

async function openCourse(page: Page, course: Course): Promise<void> {
  if (course !== courses[0]) await page.getByRole('link', { name: t('player.chooseNext') }).click();
  await page.getByRole('link', { name: course.course.title }).click();
  await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
}

/** Text, cursor and exercise are there again; the next letter goes where it would have gone. */
async function reloadInTheMiddleOfTyping(page: Page, exercise: AnyExercise): Promise<void> {
  await writeCode(page, 'half way');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await saved(page);
  const address = page.url();
  await page.reload();
  await editor(page).waitFor();
  expect(page.url()).toBe(address);
  expect(decodeURIComponent(address)).toContain(exercise.id);
  await expect.poll(() => codeIn(page)).toBe('half way');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('code-editor');
  await page.keyboard.insertText('X');
  await expect.poll(() => codeIn(page)).toBe('half Xway');
}

/** Another tab answers the next lesson's first exercise in the same moment; tabs then tell the same, and right. Gives its id. */
async function answerInTwoTabsAtOnce({ page, newTab }: Visit, course: Course, exercise: AnyExercise): Promise<string> {
  const lessons = lessonsOf(course);
  const next = lessons[1];
  const [other] = next === undefined ? [] : exercisesOf(course, next.id);
  if (next === undefined || other === undefined) throw new Error('the first course has one lesson only');
  const second = await newTab(href.lesson(next.id, other.id));
  await fillIn(second, other, 'right');
  await page.bringToFront();
  await fillIn(page, exercise, 'right');
  await Promise.all([check(page), check(second)]);
  const done = new Set([...exercisesOf(course, exercise.lessonId).map(({ id }) => id), other.id]);
  const expected = lessons.map(({ id }) => share(exercisesOf(course, id), done)).reduce((sum, one) => sum + one, 0) / lessons.length;
  const third = await newTab(href.course(course.course.id));
  const percent = (tab: Page): Promise<string | null> =>
    tab.getByRole('progressbar', { name: t('course.progress') }).getAttribute('aria-valuenow');
  await goTo(second, href.course(course.course.id));
  for (const tab of [second, third]) await expect.poll(() => percent(tab)).toBe(String(Math.floor(expected * 100)));
  await second.close();
  await third.close();
  return other.id;
}

/** R8: a lesson's share of the course, 0–1. */
function share(exercises: readonly AnyExercise[], done: ReadonlySet<string>): number {
  const required = exercises.filter(({ isRequired }) => isRequired);
  return required.filter(({ id }) => done.has(id)).length / required.length;
}

async function expectPercentage(page: Page, percentages: readonly number[]): Promise<void> {
  for (const [index, { course }] of courses.entries()) {
    await goTo(page, href.course(course.id));
    await page.getByRole('heading', { level: 1, name: course.title }).waitFor();
    const bar = page.getByRole('progressbar', { name: t('course.progress') });
    if (percentages[index] === 0) expect(await bar.count()).toBe(0);
    else expect(await bar.getAttribute('aria-valuenow')).toBe(String(percentages[index]));
  }
}
