import { faker } from '@faker-js/faker';

/** One seed for the whole run; `HORNBOOK_SEED=… npx vitest run …` repeats it. */
export const SEED = Number(process.env.HORNBOOK_SEED ?? Math.floor(Math.random() * 1_000_000));

let made = 0;

/** Begins anew: the same rows are made as at the first time. */
export function reseed(): void {
  faker.seed(SEED);
  made = 0;
}
reseed();

/** 1, 2, 3 … within a test: what must be unique takes it along. */
export const serial = (): number => (made += 1);

export const newId = (): string => faker.string.uuid();
export { faker };
