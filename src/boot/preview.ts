import { openDatabase, type HornbookDatabase } from '../../db/database.ts';
import type { Id } from '../../db/models/ids.ts';
import { createRepositories } from '../../db/repositories.ts';
import { mountApp } from '../app/mount.tsx';
import { mountPreview } from '../app/mount-preview.tsx';
import { fail, ok } from '../core/result.ts';
import { bundleMark } from '../packs/bundle-mark.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import { PREVIEW_CHANGES, PREVIEW_SOURCE, type PreviewSource } from '../packs/preview-source.ts';
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
  let shown: CourseBundle | null = null;

  const look = async (): Promise<void> => {
    const source = await readSource();
    const bundle = source?.bundle ?? null;
    if (bundle !== null) {
      await put(services, bundle, shown, learnerId);
      if (shown === null && location.hash === '') navigate(href.course(bundle.packId));
      shown = bundle;
    }
    const about = shown === null ? null : { title: shown.course.title, version: shown.version };
    signs.show({ shown: about, reason: source?.reason ?? null, findings: source?.findings ?? [], isLost: source === null });
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

/** Null: the server does not answer, or there is no preview at this address. */
async function readSource(): Promise<PreviewSource | null> {
  const response = await fetch(PREVIEW_SOURCE, { cache: 'no-store' }).catch(() => null);
  return response?.ok === true ? (response.json() as Promise<PreviewSource>) : null;
}

async function put({ courses }: Services, bundle: CourseBundle, before: CourseBundle | null, learnerId: Id): Promise<void> {
  if (before !== null && bundleMark(before) === bundleMark(bundle)) return;
  await courses.install(bundle);
  // The author knows what they changed.
  await courses.dismissChange(learnerId, bundle.packId);
  if (before !== null && before.packId !== bundle.packId) await courses.remove(before.packId);
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
