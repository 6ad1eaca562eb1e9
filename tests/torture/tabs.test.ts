import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomFrom } from './hostile/random.ts';
import { judge } from './tabs/judge.ts';
import type { Done } from './tabs/page/types.ts';
import { perform } from './tabs/perform.ts';
import { makeSchedule } from './tabs/schedule.ts';
import { createSharedDevice } from './tabs/tabs-in-node.ts';

/** `npm run torture -- tabs` does the same in tabs of a real browser. */
it('R9: tabs that answer, import, upgrade and erase in any order lose nothing and double nothing', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), fc.scheduler(), async (seed, scheduler) => {
      const { version, rows, tabs } = makeSchedule(seed, randomFrom(seed), 8);
      const device = createSharedDevice();
      await device.fill(version, rows);
      const services = await Promise.all(tabs.map((_, tab) => device.openTab(`tab ${tab}`)));
      const done: Done[] = [];
      const running: Promise<void>[] = [];
      const sequences = tabs.map((acts, tab) =>
        scheduler.scheduleSequence(
          acts.map(({ act }, n) => async () => {
            const of = services[tab];
            if (of === undefined) return;
            const acted = perform(tab, act, { services: () => of, upgradeBeyond: device.upgradeBeyond }).then((one) => void done.push(one));
            running.push(acted);
            // Every other act overlaps with the next one of its own tab.
            if (n % 2 === 0) await acted;
          }),
        ),
      );
      await scheduler.waitIdle();
      await Promise.all(sequences.map(({ task }) => task));
      await Promise.all(running);
      expect(judge(rows, done, await device.dump())).toEqual({ lost: [], doubled: [] });
      // The next start looks into the journal: it doubles nothing, and brings nothing back that was erased.
      if (!tabs.flat().some(({ act }) => act.do === 'upgrade')) {
        await (await device.openTab('the next start')).recovery.look();
        expect(judge(rows, done, await device.dump())).toEqual({ lost: [], doubled: [] });
      }
      device.close();
    }),
    { numRuns: 12 },
  );
});
