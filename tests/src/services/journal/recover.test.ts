import { expect, it } from 'vitest';
import { BulkViolation, UniqueViolation } from '../../../../db/errors.ts';
import type { Rows } from '../../../../src/services/journal/entry.ts';
import { compacted } from '../../../../src/services/journal/fold.ts';
import { recover } from '../../../../src/services/journal/recover.ts';
import { everythingIn } from '../../../db/open.ts';
import { answerTrueFalse, enrolled } from '../learner.ts';

it('a row that is missing to who looks and taken to who writes lies in a database that cannot be read', async () => {
  const device = await enrolled();
  const { repositories } = device;
  await answerTrueFalse(device, device.userId, 'a1', true);
  const { users = [], exerciseAttempts = [] } = (await everythingIn(repositories)) as Rows;
  const entries = compacted({ rows: { users, exerciseAttempts }, places: [] }, 1, repositories.schemaVersion);
  const content = { lines: entries.map((entry) => JSON.stringify(entry)), damaged: 0, staleBytes: 0 };
  const notes = { get: () => null, set: () => undefined };
  const journal = { compact: () => Promise.reject(new Error('not asked for')) };
  const input = { journal, content, notes, now: () => 1 };
  expect(await recover({ ...input, strict: repositories })).toMatchObject({ written: {}, repaired: 0 });

  const taken = (field: string) => new BulkViolation('exerciseAttempts', [new UniqueViolation('exerciseAttempts', field, 'x', 'x')]);
  const torn = (error: Error) => ({
    ...repositories,
    lookUp: (_: unknown, ids: readonly string[]) => Promise.resolve(ids.map(() => null)),
    transact: () => Promise.reject(error),
  });
  await expect(recover({ ...input, strict: torn(taken('id')) })).rejects.toMatchObject({ type: 'StoreFailed', reason: 'NotReadableError' });
  await expect(recover({ ...input, strict: torn(taken('slug')) })).rejects.toMatchObject({ type: 'BulkViolation' });
});
