/**
 * Which version of the app the service worker serves, and whether that has proved itself. Every later worker reads
 * what an earlier one wrote, and the other way round: fields are added, never changed.
 */
export interface ShellRecord {
  /** A version's id: see `idOf` in shelf.ts. */
  readonly serving: string;
  /** While the version served has not yet started anywhere on this device. */
  readonly trial: Trial | null;
  /** Versions that did not start here; the newest last. */
  readonly refused: readonly string[];
  /** Pages that were given the version undone last, by client id: one that was still on its way goes back later. */
  readonly undonePages: readonly string[];
  /** An update was undone, and no learner has read of it. */
  readonly isUndoneUnread: boolean;
}
export interface Trial {
  /** The last version that did start here. */
  readonly previous: string;
  /** Pages the version on trial was given. */
  readonly pages: readonly TrialPage[];
}
export interface TrialPage {
  /** The service worker's client id; empty where the browser does not tell. */
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
}

/** A page on its way; what else is open, by client id. */
export interface Navigation {
  readonly id: string;
  /** It takes the place of a page that is still there. */
  readonly isReload: boolean;
  readonly alive: ReadonlySet<string>;
  readonly now: number;
}

/** As many pages of a version may go without one having started. */
const PAGES_GONE = 2;
/** A page takes a moment to count as open. ms */
const COMES_WITHIN_MS = 3_000;
const REFUSED_KEPT = 20;

/** A version's worker has taken over. `canGoBack`: the version before is whole. */
export function activated(before: ShellRecord | null, own: string, canGoBack: boolean): ShellRecord {
  if (before === null) return { serving: own, trial: null, refused: [], undonePages: [], isUndoneUnread: false };
  if (before.serving === own) return before;
  const previous = previousOf(before);
  const trial = canGoBack && previous !== own ? { previous, pages: [] } : null;
  return { ...before, serving: own, trial, isUndoneUnread: false };
}

/** The last version that has started here. */
export const previousOf = ({ serving, trial }: ShellRecord): string => trial?.previous ?? serving;

/** A page asks for the app. Where too many pages of the version on trial have gone unstarted, it is undone. */
export function navigated(record: ShellRecord, { id, isReload, alive, now }: Navigation): ShellRecord {
  const { trial } = record;
  if (trial === null) return record;
  const gone = trial.pages.filter((page) => page.id !== '' && now - page.at > COMES_WITHIN_MS && !alive.has(page.id));
  if (gone.length + (isReload ? 1 : 0) >= PAGES_GONE) return undone(record);
  return { ...record, trial: { ...trial, pages: [...trial.pages, { id, at: now }] } };
}

/** A page says that it is up. */
export const started = (record: ShellRecord, id: string): ShellRecord =>
  isOnTrial(record, id) ? { ...record, trial: null } : record;

/** A page says that it will not come up. */
export const failed = (record: ShellRecord, id: string): ShellRecord => (isOnTrial(record, id) ? undone(record) : record);

export const undoneRead = (record: ShellRecord): ShellRecord =>
  record.isUndoneUnread ? { ...record, isUndoneUnread: false } : record;

/** A page of the version before may speak too, in another tab. */
function isOnTrial({ trial }: ShellRecord, id: string): boolean {
  return trial?.pages.some((page) => page.id === id || page.id === '') ?? false;
}

function undone(record: ShellRecord): ShellRecord {
  const refused = [...record.refused, record.serving].slice(-REFUSED_KEPT);
  const undonePages = record.trial?.pages.map(({ id }) => id) ?? [];
  return { serving: previousOf(record), trial: null, refused, undonePages, isUndoneUnread: true };
}
