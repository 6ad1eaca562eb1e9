import { uuidV7 } from '../../../../src/core/uuid-v7.ts';
import { expect, it } from 'vitest';
import { createRepositories } from '../../../../db/repositories.ts';
import { createJournalKeeper } from '../../../../src/services/journal/keeper.ts';
import { localToday } from '../../../../src/services/local-today.ts';
import { createServices } from '../../../../src/services/services.ts';
import { everythingIn, freshDatabase } from '../../../db/open.ts';
import { makeBundle } from '../bundle.ts';
import { createFakeLocks } from '../fake-locks.ts';
import { fakePlatform } from '../fake-platform.ts';
import { createFakeRunner } from '../fake-runner.ts';
import { answerTrueFalse, unwrap } from '../learner.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { sorted } from './two-devices.ts';

/** A device whose strict writes reach a journal. */
async function journaled() {
  const { db, clock } = await freshDatabase();
  const platform = { ...fakePlatform(createFakeLocks().forTab()), journal: createMemoryJournal() };
  const now = (): number => clock.read();
  const unjournaled = createRepositories(db, { now });
  const keeper = createJournalKeeper({ journal: platform.journal, notes: platform.notes, now, schema: unjournaled.schemaVersion });
  const strict = createRepositories(db, { now, onCommitted: (changes) => keeper.onCommitted(changes) });
  const runner = createFakeRunner();
  const services = createServices({ strict, unjournaled, relaxed: unjournaled, runner, platform, tabId: 'tab', newId: () => uuidV7(), today: localToday, now, bundledCourses: () => [] });
  await services.courses.install(makeBundle());
  const made = unwrap(await services.profiles.create({ displayName: 'Ada' }));
  return { services, repositories: strict, unjournaled, keeper, clock, userId: made.id };
}

it('what was replaced, chosen or undone does not come back from the journal at the next start', async () => {
  const device = await journaled();
  const { services, userId, unjournaled, keeper, clock } = device;
  await services.settings.set(userId, { theme: 'sepia' });
  await answerTrueFalse(device, userId, 'a1', true);
  const { text } = await services.backups.exportAll();
  clock.now += 60_000;
  await services.settings.set(userId, { theme: 'dark' });
  await services.profiles.rename(userId, 'Ada L');
  await answerTrueFalse(device, userId, 'b1', true);
  await keeper.flush();
  const afterStart = async () => {
    await keeper.flush();
    const before = sorted(await everythingIn(unjournaled));
    await services.recovery.look();
    expect(sorted(await everythingIn(unjournaled))).toEqual(before);
  };

  const { undo } = unwrap(await services.backups.restore(text, { mode: 'replace' }));
  expect(await services.settings.values(userId)).toMatchObject({ theme: 'sepia' });
  await afterStart();
  expect(await services.attempts.history(userId, 'b1')).toEqual([]);

  await undo();
  expect(await services.settings.values(userId)).toMatchObject({ theme: 'dark' });
  await afterStart();
  expect(await services.attempts.history(userId, 'b1')).toHaveLength(1);

  const { conflicts } = unwrap(await services.backups.preview(text));
  expect(conflicts.map(({ kind, proposed }) => [kind, proposed])).toEqual([['profile', 'here'], ['setting', 'here'], ['place', 'here']]);
  unwrap(await services.backups.restore(text, { mode: 'merge', choices: { [conflicts[1]?.id ?? '']: 'file' } }));
  expect(await services.settings.values(userId)).toMatchObject({ theme: 'sepia' });
  await afterStart();
});
