import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { makeBundle } from '../bundle.ts';
import { submission } from '../learner.ts';
import { freshDevice, signUp } from '../set-up.ts';

async function learnt() {
  const device = await freshDevice();
  const { id: userId } = await signUp(device, 'Ada Lovelace');
  await device.services.courses.install(makeBundle({ lessons: { a: ['a1', 'a2'], b: ['b1'] } }));
  const answer = (exerciseId: string, value: boolean) =>
    device.services.attempts.submit(submission({ userId, exerciseId, answer: { type: 'TRUE_FALSE', value } }));
  await answer('a1', false);
  await answer('a2', true);
  await answer('a1', true);
  await device.services.attempts.skip({ userId, exerciseId: 'b1' });
  return { device, userId, records: await device.services.records() };
}

test('each answer is a row, oldest first, with its number among the tries', async () => {
  const { records, userId } = await learnt();
  const { name, text, mediaType } = await records.export(userId, 'csv');
  expect(name).toMatch(/^hornbook-record-ada-lovelace-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
  expect(mediaType).toBe('text/csv');
  const [header, ...rows] = papaparse.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  const column = (of: string) => rows.map((row) => row[header?.indexOf(of) ?? -1]);
  expect(column('exercise id')).toEqual(['a1', 'a2', 'a1']);
  expect(column('try')).toEqual(['1', '1', '2']);
  expect(column('verdict')).toEqual(['FAILED', 'PASSED', 'PASSED']);
  expect(column('answer')).toEqual(['{"value":false}', '{"value":true}', '{"value":true}']);
  expect(column('time')).toEqual([...column('time')].sort());
});

test('the JSON has progress and steps as well', async () => {
  const { records, userId } = await learnt();
  const { text } = await records.export(userId, 'json');
  expect(JSON.parse(text)).toMatchObject({
    format: 'hornbook-record',
    version: 1,
    learner: 'Ada Lovelace',
    courses: [{ id: 'py', completedExerciseIds: ['a1', 'a2'] }],
    answers: [{ exerciseId: 'a1', number: 1, verdict: 'FAILED', answer: { value: false } }, {}, { number: 2 }],
    steps: [{ kind: 'EXERCISE_SKIPPED', exerciseId: 'b1' }],
  });
});

test('one learner’s record has nothing of another’s, and a formula in a cell does not run', async () => {
  const { device, records } = await learnt();
  const { id: bob } = await signUp(device, 'Bob');
  expect(JSON.parse((await records.export(bob, 'json')).text)).toMatchObject({ learner: 'Bob', answers: [], steps: [], courses: [] });
  await device.services.courses.install(makeBundle({ id: 'js', lessons: { 'js:x': ['js:x1'] } }));
  await device.repositories.courses.update('js', { title: '=HYPERLINK("https://example.org")' });
  await device.services.attempts.submit(submission({ userId: bob, exerciseId: 'js:x1', answer: { type: 'TRUE_FALSE', value: true } }));
  expect((await records.export(bob, 'csv')).text).toContain('"\'=HYPERLINK(""https://example.org"")"');
});
