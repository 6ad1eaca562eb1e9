import { watching } from './requests.ts';
import { openDatabase, type HornbookDatabase } from '../../../../db/database.ts';
import { createRepositories } from '../../../../db/repositories.ts';
import { historyTo } from '../../../db/history.ts';
import { perform } from '../perform.ts';
import { bringAppUp, servicesOf } from './app.ts';
import { tryInBrowser } from './faults.ts';
import { dumpRaw, upgradeBeyond } from './raw.ts';
import { startOld, tryToWrite } from './stale.ts';
import type { Done, TabsPage } from './types.ts';

let old: HornbookDatabase | null = null;

window.tabs = {
  async fill(version, rows) {
    const db = openDatabase({ history: historyTo(version) });
    await db.open();
    for (const [table, all] of Object.entries(rows)) await db.table(table).bulkPut([...all]);
    db.close();
  },
  dump: dumpRaw,
  async upgrade(stopAt) {
    const start = performance.now();
    let requests = 0;
    const before = (): void => {
      requests += 1;
      if (requests === stopAt) standStill();
    };
    const db = openDatabase();
    await watching({ before }, () => Promise.resolve(db.open()).then(() => undefined));
    // A look through the app's own eyes: what it cannot read it would have lost.
    await createRepositories(db).count();
    db.close();
    return { requests, ms: performance.now() - start };
  },
  upgradeBeyond,
  async openOld(version) {
    old = openDatabase({ history: historyTo(version) });
    await old.open();
    await old.table('users').count();
  },
  async writeStale() {
    if (old === null) throw new Error('No old tab is open');
    return tryToWrite(old);
  },
  startStale: startOld,
  up: bringAppUp,
  async perform(tab, acts) {
    const done: Done[] = [];
    for (const { act, afterMs } of acts) {
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      done.push(await perform(tab, act, { services: servicesOf, upgradeBeyond }));
    }
    return done;
  },
  tryFaults: tryInBrowser,
} satisfies TabsPage;

/** Holds the upgrade's transaction open until the browser is killed: the answer never comes. */
function standStill(): void {
  const request = new XMLHttpRequest();
  request.open('PUT', './kept/stop', false);
  request.send('here');
}
