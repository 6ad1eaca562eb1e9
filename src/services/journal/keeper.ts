import type { Changes } from '../../../db/changes.ts';
import type { Draft } from '../../../db/models/draft.ts';
import type { EpochMs, Id } from '../../../db/models/ids.ts';
import type { JournalFailure, JournalStore } from '../../platform/journal/journal-store.ts';
import type { Notes } from '../../platform/platform.ts';
import type { Result } from '../../core/result.ts';
import { toEntry } from './entry.ts';
import { noteChanges } from './sentinel.ts';

/** Drafts change at every pause of the hand: the journal takes them in this often, and at every Check and blur. */
const DRAFTS_EVERY_MS = 10_000;

/** Brings what the database committed into the journal, before the write is acknowledged. */
export interface JournalKeeper {
  /** For `createRepositories`. Never rejects: the database has the rows, the journal is the second copy. */
  onCommitted(changes: Changes): Promise<void>;
  /** Takes in what the database refused for want of room; false where the journal has none either. */
  keepRefused(changes: Changes): Promise<boolean>;
  /** Takes in the drafts that still wait, when the page is left or hidden. */
  flush(): Promise<void>;
  /** Why the second copy is not being kept; null while it is. */
  failure(): JournalFailure | null;
  /** Hears what became of each write to the journal: null when it was taken in. */
  onOutcome(listener: (failure: JournalFailure | null) => void): () => void;
}

export interface KeeperInput {
  readonly journal: Pick<JournalStore, 'append'>;
  readonly notes: Notes;
  readonly now: () => EpochMs;
  /** Of the rows that the database tells. */
  readonly schema: number;
}

export function createJournalKeeper({ journal, notes, now, schema }: KeeperInput): JournalKeeper {
  const drafts = new Map<Id, Draft>();
  const listeners = new Set<(failure: JournalFailure | null) => void>();
  /** Drafts as they were last taken in though refused: one that waits for room is written again and again. */
  const refused = new Map<Id, string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failed: JournalFailure | null = null;
  let lastAt = 0;

  const append = async (changes: Changes): Promise<boolean> => {
    // Entries of one tab keep their order though the clock may be put back.
    lastAt = Math.max(now(), lastAt + 1);
    const entry = toEntry(changes, lastAt, schema);
    if (entry === null) return true;
    const appended: Result<null, JournalFailure> = await journal.append([JSON.stringify(entry)]);
    failed = appended.ok ? null : appended.error;
    for (const listener of listeners) listener(failed);
    return appended.ok;
  };
  /** The waiting drafts go with the changes, unless these have later ones. */
  const withDrafts = ({ written, deleted }: Changes): Changes => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const draft of written.drafts ?? []) drafts.set(draft.id, draft);
    for (const id of deleted.drafts ?? []) drafts.delete(id);
    const waiting = [...drafts.values()];
    drafts.clear();
    return { written: waiting.length === 0 ? written : { ...written, drafts: waiting }, deleted };
  };
  const flush = async (): Promise<void> => {
    if (drafts.size > 0) await append(withDrafts({ written: {}, deleted: {} }));
  };

  return {
    async onCommitted(changes) {
      noteChanges(notes, changes);
      if (!isDraftsAlone(changes)) {
        await append(withDrafts(changes));
        return;
      }
      for (const draft of changes.written.drafts ?? []) drafts.set(draft.id, draft);
      timer ??= setTimeout(() => void flush(), DRAFTS_EVERY_MS);
    },
    async keepRefused({ written: { drafts: all = [], ...others }, deleted }) {
      const news = all.filter((draft) => refused.get(draft.id) !== contentOf(draft));
      const isKept = await append({ written: { ...others, ...(news.length > 0 && { drafts: news }) }, deleted });
      if (isKept) for (const draft of news) refused.set(draft.id, contentOf(draft));
      return isKept;
    },
    flush,
    failure: () => failed,
    onOutcome(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Without the times of its writing. */
const contentOf = ({ answer, cursor, hintsShown, solutionRevealed }: Draft): string =>
  JSON.stringify([answer, cursor, hintsShown, solutionRevealed]);

const isDraftsAlone = ({ written, deleted }: Changes): boolean =>
  Object.keys(deleted).length === 0 && Object.keys(written).every((table) => table === 'drafts');
