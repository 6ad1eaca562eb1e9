import { openDatabase, type HornbookDatabase } from '../../db/database.ts';
import type { Id } from '../../db/models/ids.ts';
import { createRepositories } from '../../db/repositories.ts';
import { mountApp, mountBootError } from '../app/mount.tsx';
import { mountPreview } from '../app/mount-preview.tsx';
import type { PreviewState } from '../app/preview-state.ts';
import { fail, ok } from '../core/result.ts';
import type { PreviewedCourse, PreviewSource } from '../packs/preview-source.ts';
import type { PackReader } from '../packs/pack/pack-reader.ts';
import type { JournalStore } from '../platform/journal/journal-store.ts';
import type { Notes, Platform } from '../platform/platform.ts';
import type { InstallFailure } from '../services/packs/pack-service.ts';
import { createServices, type Services } from '../services/services.ts';
import type { Environment } from '../services/environment.ts';
import { href, navigate } from '../ui/routes.ts';
import { openedFeed } from './preview-opened.ts';
import { servedFeed } from './preview-served.ts';
import { watchFolder } from './preview-watch.ts';

export interface PreviewInput extends Pick<Environment, 'runner' | 'platform' | 'now' | 'newId' | 'today' | 'tabId'> {
  readonly openPackReader: () => Promise<PackReader>;
  readonly onStale: () => void;
  readonly startPackWorker: () => Worker;
}

const DATABASE = 'hornbook-preview';

/**
 * The app on a course that is being written: a database of its own, empty at each start, no second copies, and nothing
 * of a learner's on this origin read or written. What changes in the source changes on the screen, in its place.
 * `?preview` shows the course that `hornbook preview` serves, `?preview=here` one that the author opens.
 */
export async function startPreview(element: Element, input: PreviewInput): Promise<void> {
  const opened = location.search === HERE ? openedFeed({ ...input, watch: watchFolder, pickFolder: folderPicker(input.platform) }) : null;
  const feed = opened ?? servedFeed;
  const signs = await mountPreview(element, opened?.opener ?? null);
  const platform = withoutTraces(input.platform);
  const services = await openServices({ ...input, platform });
  const learner = await services.profiles.create({ displayName: signs.learner });
  const learnerId = learner.ok ? learner.value.id : '';
  // What an address says is of a course that was open before the page was loaded anew.
  if (opened !== null) history.replaceState(history.state, '', HERE);
  let shown: PreviewedCourse | null = null;
  let state: PreviewState = { shown, reason: null, findings: [], isLost: false, opened: null, isReading: false };
  const show = (change: Partial<PreviewState>): void => {
    state = { ...state, ...change };
    signs.show(state);
  };

  const look = async (): Promise<void> => {
    const at = opened?.opened() ?? null;
    // What was found in one course is not said of the next.
    if (opened !== null) show({ isReading: at !== null, ...(at === state.opened ? {} : { opened: at, ...NO_PROBLEM }) });
    const now = await feed.read();
    // Another was opened meanwhile, and is looked at next.
    if (at !== (opened?.opened() ?? null)) return;
    const course = now?.source.course ?? null;
    const isNew = course !== null && course.hash !== shown?.hash;
    const pack = isNew ? ((await now?.pack()) ?? null) : null;
    const problem = course === null || pack === null ? null : await install(services, course, pack, learnerId);
    if (course !== null && pack !== null && problem === null) {
      if (shown?.id !== course.id) await moveTo(course);
      shown = course;
    }
    const { reason, findings } = problem ?? now?.source ?? NO_PROBLEM;
    show({ shown, reason, findings, isLost: now === null || (isNew && pack === null), isReading: false });
  };
  const moveTo = async (course: PreviewedCourse): Promise<void> => {
    if (shown !== null || location.hash === '') navigate(href.course(course.id));
    if (shown === null) mountApp(element, { services, platform });
    else await services.courses.remove(shown.id);
  };
  // One after the other: the last that was saved is the last that is shown.
  let looking = look();
  feed.onChange(() => {
    looking = looking.then(look).catch((error: unknown) => mountBootError(element, error, null));
  });
  await looking;
}

const HERE = '?preview=here';

async function openServices(input: PreviewInput): Promise<Services> {
  await erase(DATABASE);
  const open = async (durability: 'strict' | 'relaxed'): Promise<HornbookDatabase> => {
    const db = openDatabase({ name: DATABASE, durability, onStale: input.onStale });
    await db.open();
    return db;
  };
  const strict = createRepositories(await open('strict'), input);
  const relaxed = createRepositories(await open('relaxed'), input);
  return createServices({ ...input, strict, unjournaled: strict, relaxed, bundledCourses: () => [] });
}

/** Another preview of this origin gives way. */
function erase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`${name} cannot be erased`));
  });
}

/** Takes the pack as a learner does; gives why not, or null. */
async function install({ courses, packs }: Services, { id }: PreviewedCourse, pack: Blob, learnerId: Id): Promise<Problem | null> {
  const offer = await (await packs()).open(pack);
  if (!offer.ok) return offer.error.type === 'IdTaken' ? { ...NO_PROBLEM, reason: takenBy(offer.error.title) } : problemOf(offer.error);
  try {
    const installed = await offer.value.install(() => undefined, new AbortController().signal);
    // The author knows what they changed.
    if (installed.ok) await courses.dismissChange(learnerId, id);
    return installed.ok ? null : problemOf(installed.error);
  } finally {
    offer.value.close();
  }
}

type Problem = Pick<PreviewSource, 'reason' | 'findings'>;
const NO_PROBLEM: Problem = { reason: null, findings: [] };

const takenBy = (title: string): string => `Its address (\`slug\`) is that of “${title}”, which was shown before. “Open another” begins anew.`;

const problemOf = (error: InstallFailure): Problem => ({
  reason: 'message' in error ? error.message : error.type,
  findings: 'findings' in error ? error.findings : [],
});

/** Chromium's, which TypeScript does not know. The desktop's shell allows none: there the folder comes by a file input. */
function folderPicker({ kind }: Platform): (() => Promise<FileSystemDirectoryHandle>) | null {
  const { showDirectoryPicker: pick } = window as { showDirectoryPicker?: (options: { id: string; mode: 'read' }) => Promise<FileSystemDirectoryHandle> };
  return kind === 'desktop' || pick === undefined ? null : () => pick({ id: 'course', mode: 'read' });
}

/** The browser's platform without what outlives the page. */
function withoutTraces(platform: Platform): Platform {
  const kept = new Map<string, string>();
  const notes: Notes = { get: (key) => kept.get(key) ?? null, set: (key, text) => void kept.set(key, text) };
  return { ...platform, journal: NO_JOURNAL, notes, copies: () => Promise.resolve({ own: null, chosen: null }) };
}

const NO_JOURNAL: JournalStore = {
  read: () => Promise.resolve({ lines: [], damaged: 0, staleBytes: 0 }),
  append: () => Promise.resolve(ok(null)),
  compact: () => Promise.resolve(fail({ type: 'JournalUnavailable', reason: 'a preview keeps nothing' })),
};
