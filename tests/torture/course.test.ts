import { expect, it } from 'vitest';
import { freshDevice } from '../src/services/set-up.ts';
import { COURSE } from './store-page/course.ts';

it('the course of the tortures can be installed', async () => {
  const { services, repositories } = await freshDevice();
  await services.courses.install(COURSE);
  expect((await repositories.count()).exercises).toBe(110);
});
