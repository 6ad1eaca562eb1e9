import { openDatabase, type HornbookDatabase } from '../../db/database.ts';
import type { Id } from '../../db/models/ids.ts';
import { createRepositories } from '../../db/repositories.ts';
import { mountApp } from '../app/mount.tsx';
import { mountPreview } from '../app/mount-preview.tsx';
import { fail, ok } from '../core/result.ts';
import { PREVIEW_CHANGES, PREVIEW_PACK, PREVIEW_SOURCE, type PreviewedCourse, type PreviewSource } from '../packs/preview-source.ts';
import type { JournalStore } from '../platform/journal/journal-store.ts';
import type { Notes, Platform } from '../platform/platform.ts';
import { createServices, type Services } from '../services/services.ts';
import type { Environment } from '../services/environment.ts';
import { href, navigate } from '../ui/routes.ts';

export interface PreviewInput extends Pick<Environment, 'runner' | 'platform' | 'now' | 'newId' | 'tabId'> {
  readonly onStale: () => void;
}

const DATABASE = 'hornbook-preview';

/**
 * The app on a course that is being written: a database of its own, empty at each start, no second copies, and nothing
 * of a learner's on this origin read or written. What changes in the source changes on the screen, in its place.
 */
export async function startPreview(element: Element, input: PreviewInput): Promise<void> {
  const signs = await mountPreview(element);
  const platform = withoutTraces(input.platform);
  const services = await openServices({ ...input, platform });
  const learner = await services.profiles.create({ displayName: signs.learner });
  const learnerId = learner.ok ? learner.value.id : '';
  let shown: PreviewedCourse | null = null;

  const look = async (): Promise<void> => {
    const source = await readSource();
    const course = source?.course ?? null;
    // Another course: nothing of the one before is to stay.
    if (course !== null && shown !== null && course.id !== shown.id) location.reload();
    const isNew = course !== null && course.hash !== shown?.hash;
    const pack = isNew ? await ask(PREVIEW_PACK) : null;
    const problem = course === null || pack === null ? null : await install(services, course, await pack.blob(), learnerId);
    if (course !== null && pack !== null && problem === null) {
      if (shown === null && location.hash === '') navigate(href.course(course.id));
      shown = course;
    }
    const isLost = source === null || (isNew && pack === null);
    signs.show({ shown, reason: problem ?? source?.reason ?? null, findings: source?.findings ?? [], isLost });
  };
  await look();
  mountApp(element, { services, platform });
  // One after the other: the last that was saved is the last that is shown.
  let looking = Promise.resolve();
  const lookAgain = (): void => {
    looking = looking.then(look);
  };
  const changes = new EventSource(PREVIEW_CHANGES);
  changes.onmessage = lookAgain;
  changes.onopen = lookAgain;
  changes.onerror = lookAgain;
}

async function openServices(input: Omit<Environment, 'strict' | 'unjournaled' | 'relaxed' | 'bundledCourses'> & PreviewInput): Promise<Services> {
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

const readSource = async (): Promise<PreviewSource | null> => ((await (await ask(PREVIEW_SOURCE))?.json()) ?? null) as PreviewSource | null;

/** Null: the server does not answer, or there is no preview at this address. */
async function ask(path: string): Promise<Response | null> {
  const response = await fetch(path, { cache: 'no-store' }).catch(() => null);
  return response?.ok === true ? response : null;
}

/** Takes the pack as a learner does; gives why not, or null. */
async function install({ courses, packs }: Services, { id }: PreviewedCourse, pack: Blob, learnerId: Id): Promise<string | null> {
  const offer = await (await packs()).open(pack);
  if (!offer.ok) return offer.error.type === 'IdTaken' ? offer.error.title : offer.error.message;
  try {
    const installed = await offer.value.install(() => undefined, new AbortController().signal);
    // The author knows what they changed.
    if (installed.ok) await courses.dismissChange(learnerId, id);
    return installed.ok ? null : 'message' in installed.error ? installed.error.message : installed.error.type;
  } finally {
    offer.value.close();
  }
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
