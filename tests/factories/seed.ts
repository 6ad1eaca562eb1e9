import { faker } from '@faker-js/faker';
import { beforeEach } from 'vitest';

/** One seed for the whole run; `HORNBOOK_SEED=… npx vitest run …` repeats it. */
export const SEED = Number(process.env.HORNBOOK_SEED ?? Math.floor(Math.random() * 1_000_000));

let made = 0;
faker.seed(SEED);

// Every test begins anew, so that it makes the same rows alone and among its neighbours.
beforeEach((test) => {
  faker.seed(SEED);
  made = 0;
  test.onTestFailed(() => {
    console.error(`This ran with HORNBOOK_SEED=${SEED}`);
  });
});

/** 1, 2, 3 … within a test: what must be unique takes it along. */
export const serial = (): number => (made += 1);

export const newId = (): string => faker.string.uuid();
export { faker };
