import type { Bridge, CopyRefused } from '../../../electron/bridge.ts';
import { fail, ok } from '../../core/result.ts';
import type { ChosenFolder, ChosenPlace, CopyFailure, CopyFolder } from '../copies.ts';

type CopiesBridge = Pick<
  Bridge,
  'copiesFolder' | 'chooseCopiesFolder' | 'forgetCopiesFolder' | 'listCopies' | 'readCopy' | 'writeCopy' | 'removeCopy'
>;

/** A folder of the learner's own, which the main process remembers and reaches. It is never locked: no browser asks. */
export function createDesktopFolder(bridge: CopiesBridge): ChosenFolder {
  const folder = createFolder(bridge);
  const where = async (): Promise<ChosenPlace> => {
    try {
      const chosen = await bridge.copiesFolder();
      return chosen === null ? { state: 'none' } : { state: 'open', name: chosen.name, folder };
    } catch {
      // As in a browser: a note that cannot be read is none.
      return { state: 'none' };
    }
  };
  return {
    where,
    allow: where,
    async choose() {
      try {
        const chosen = await bridge.chooseCopiesFolder();
        if (chosen.type === 'Taken') return ok({ state: 'open', name: chosen.name, folder });
        return fail(chosen.type === 'Cancelled' ? chosen : toFailure(chosen));
      } catch (error) {
        return fail({ type: 'CopyUnavailable', reason: String(error) });
      }
    },
    async forget() {
      const forgotten = await bridge.forgetCopiesFolder();
      if (forgotten.type !== 'Done') throw toError(forgotten);
    },
  };
}

/** The names are those of copies alone: the main process refuses any other. */
function createFolder(bridge: CopiesBridge): CopyFolder {
  return {
    async list() {
      const listed = await bridge.listCopies();
      if (listed.type !== 'Listed') throw toError(listed);
      return listed.copies;
    },
    async read(name) {
      const found = await bridge.readCopy(name);
      if (found.type === 'Missing') return null;
      if (found.type !== 'Read') throw toError(found);
      return new Blob([found.bytes]);
    },
    async write(name, content) {
      try {
        const done = await bridge.writeCopy({ name, bytes: new Uint8Array(await content.arrayBuffer()) });
        return done.type === 'Done' ? ok(null) : fail(toFailure(done));
      } catch (error) {
        return fail({ type: 'CopyUnavailable', reason: String(error) });
      }
    },
    async remove(name) {
      const done = await bridge.removeCopy(name);
      if (done.type !== 'Done') throw toError(done);
    },
  };
}

const toFailure = (refused: CopyRefused): CopyFailure =>
  refused.type === 'Full' ? { type: 'CopyFull' } : { type: 'CopyUnavailable', reason: refused.reason };

const toError = (refused: CopyRefused): Error =>
  new Error(refused.type === 'Full' ? 'the disk is full' : refused.reason);
