import type { Locks, Platform } from '../../../src/platform/platform.ts';

const notHere = (): never => {
  throw new Error('the services do not ask for this');
};

/** A platform of which the services use the locks and the version. */
export const fakePlatform = (locks: Locks): Platform => ({
  kind: 'browser',
  appVersion: '0.1.0-test',
  files: { save: notHere, open: notHere },
  storage: { askToPersist: notHere, persistence: notHere, estimate: notHere },
  locks,
  updates: { onReady: notHere, setUnsaved: notHere, apply: notHere },
  missing: [],
  copyText: notHere,
  reload: notHere,
});
