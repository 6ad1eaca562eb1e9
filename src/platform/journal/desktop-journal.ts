import type { Bridge, JournalDone } from '../../../electron/bridge.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { JournalContent, JournalFailure, JournalStore } from './journal-store.ts';
import { encodeRecords, readRecords } from './records.ts';

/** Where the last compaction ends, and what was written since begins. */
const WHOLE = '"whole"';

type JournalBridge = Pick<Bridge, 'readJournal' | 'writeJournal' | 'replaceJournal' | 'releaseReserve'>;

/** The journal in a file of the desktop's: one page writes it, and it is replaced whole by renaming. */
export function createDesktopJournal(bridge: JournalBridge): JournalStore {
  /** Where the next record goes; null before the file was read. */
  let end: number | null = null;
  /** Appended since the last `read`: a compaction must not lose it. */
  let since: string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const read = async (): Promise<JournalContent> => {
    const found = await bridge.readJournal();
    if (found.type === 'Failed') throw new Error(found.reason);
    const content = readRecords(found.bytes);
    end = content.end;
    since = [];
    const whole = content.lines.lastIndexOf(WHOLE);
    return {
      lines: content.lines.filter((line) => line !== WHOLE),
      damaged: content.damaged,
      staleBytes: encodeRecords(content.lines.slice(whole + 1)).length,
    };
  };
  const guarded = (work: () => Promise<JournalDone>): Promise<Result<null, JournalFailure>> =>
    inTurn(async () => {
      try {
        const { type, ...rest } = await work();
        if (type === 'Done') return ok(null);
        if (type === 'Full') return fail({ type: 'JournalFull' });
        return fail({ type: 'JournalUnavailable', reason: 'reason' in rest ? rest.reason : type });
      } catch (error) {
        return fail({ type: 'JournalUnavailable', reason: String(error) });
      }
    });

  return {
    read: () => inTurn(read),
    append: (lines) =>
      guarded(async () => {
        if (end === null) await read();
        const at = end ?? 0;
        const bytes = encodeRecords(lines);
        const done = await bridge.writeJournal({ at, bytes });
        if (done.type !== 'Done') return done;
        end = at + bytes.length;
        since.push(...lines);
        return done;
      }),
    compact: (lines) =>
      guarded(async () => {
        const bytes = encodeRecords([...lines, WHOLE, ...since]);
        const done = await bridge.replaceJournal(bytes);
        if (done.type === 'Done') end = bytes.length;
        return done;
      }),
    release: () => inTurn(() => bridge.releaseReserve()),
  };
}
