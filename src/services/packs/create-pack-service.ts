import type { Repositories } from '../../../db/repositories.ts';
import type { Id } from '../../../db/models/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { bestLanguage } from '../../packs/best-language.ts';
import { packMark, versionOf } from '../../packs/bundle-mark.ts';
import { isNewer } from '../../packs/pack/is-newer.ts';
import type { PackContent, PackCover, PackReader } from '../../packs/pack/pack-reader.ts';
import { readDevice } from '../device-state.ts';
import type { Environment } from '../environment.ts';
import { attemptWrite, NoRoom } from '../failures.ts';
import { installCourse } from '../install-course.ts';
import { missingRoom } from '../room.ts';
import { bundledPicture } from './bundled-picture.ts';
import { openReaderOf } from './open-reader.ts';
import type { InstallFailure, InstallProgress, OpenFailure, PackOffer, PackService } from './pack-service.ts';

export function createPackService(environment: Environment): PackService {
  const { relaxed, strict, platform, bundledCourses } = environment;
  const openReader = openReaderOf(environment);

  const open = async (file: Blob): Promise<Result<PackOffer, OpenFailure>> => {
    const reader = await openReader();
    const opened = await reader.open(file);
    const taken = opened.ok ? await holderOf(environment, opened.value) : null;
    if (!opened.ok || taken !== null) {
      reader.close();
      return opened.ok && taken !== null ? fail({ type: 'IdTaken', ...taken }) : (opened as Result<never, OpenFailure>);
    }
    const cover = opened.value;
    const preset = await languageFor(environment, cover);
    return ok({
      cover,
      here: await whatIsHere(strict, cover),
      language: preset,
      install: (onProgress, signal, language = preset) => install(reader, cover, language, onProgress, signal),
      close: () => reader.close(),
    });
  };

  const install = async (
    reader: PackReader,
    cover: PackCover,
    language: string,
    onProgress: (progress: InstallProgress) => void,
    signal: AbortSignal,
  ): Promise<Result<{ readonly courseId: Id }, InstallFailure>> => {
    const read = await readOr(reader, language, (fraction) => onProgress({ step: 'reading', fraction }), signal);
    if (read === null) return fail({ type: 'Cancelled' });
    if (!read.ok) return read;
    const written = await attemptWrite(async () => {
      const missing = missingRoom(cover.unpackedSize + cover.size, await platform.storage.estimate());
      if (missing > 0) throw new NoRoom(missing);
      await write(environment, cover, read.value, (fraction) => onProgress({ step: 'writing', fraction }));
    });
    return written.ok ? ok({ courseId: cover.course.id }) : written;
  };

  /** Installs a version of which the bytes are kept. */
  const takeKept: Kept = async (packId, hash, onProgress, language) => {
    const bytes = await (await strict.packs()).bytes(packId, hash);
    const offer = await open(new Blob([bytes.slice()]));
    if (!offer.ok) return offer.error.type === 'IdTaken' ? null : fail(offer.error);
    try {
      return await offer.value.install(onProgress, new AbortController().signal, language);
    } finally {
      offer.value.close();
    }
  };

  return {
    open,
    installed: async () => (await strict.packs()).getAll(),
    async stepBack(packId, onProgress) {
      const previous = (await (await strict.packs()).getById(packId))?.previous ?? null;
      return previous === null ? null : takeKept(packId, previous.hash, onProgress);
    },
    async setLanguage(packId, language, onProgress) {
      const pack = await (await strict.packs()).getById(packId);
      return pack === null ? null : takeKept(packId, pack.hash, onProgress, language);
    },
    async languageOf(courseId, lessonId) {
      const { languages = [], untranslated = [] } = (await (await strict.packs()).getById(courseId)) ?? {};
      return untranslated.includes(lessonId) ? (languages[0] ?? null) : null;
    },
    async asset(lessonId, path) {
      const found = await (await relaxed.packs()).asset(lessonId, path);
      return found === null ? bundledPicture(bundledCourses(), lessonId, path) : { mediaType: found.mediaType, bytes: found.bytes.slice() };
    },
  };
}

type Kept = (
  packId: Id,
  hash: string,
  onProgress: (progress: InstallProgress) => void,
  language?: string,
) => Promise<Result<{ readonly courseId: Id }, InstallFailure> | null>;

/** null: called off. */
async function readOr(reader: PackReader, language: string, onProgress: (fraction: number) => void, signal: AbortSignal) {
  try {
    return await reader.read(onProgress, signal, language);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** One transaction: the course's rows, the pack's file and its pictures, and the course back in the library. */
async function write({ relaxed, now }: Environment, cover: PackCover, content: PackContent, onProgress: (fraction: number) => void) {
  const packs = await relaxed.packs();
  const { hash, languages, size } = cover;
  const { id, version, authors, licence } = cover.course;
  const { rows, bytes, assets, untranslated } = content;
  await installCourse(relaxed, rows, {
    mark: packMark(version, hash),
    onProgress,
    async andThen() {
      const before = await packs.getById(id);
      const isOnlyRetold = before?.hash === hash && (await relaxed.courses.getById(id)) !== null;
      const installedAt = isOnlyRetold ? before.installedAt : now();
      await relaxed.courses.restore(id);
      await packs.put({ id, version, hash, title: rows.course.title, authors, licence, languages, untranslated, size, installedAt }, bytes, assets);
    },
  });
}

/** The other course that has this one's id or address; null: nobody. */
async function holderOf({ strict, bundledCourses }: Environment, { course }: PackCover): Promise<{ id: string; title: string } | null> {
  const sameId = await strict.courses.getById(course.id, { includeDeleted: true });
  if (bundledCourses().some(({ packId }) => packId === course.id)) return { id: course.id, title: sameId?.title ?? course.id };
  const slug = course.slug ?? course.id;
  const sameSlug = await strict.courses.getBySlug(slug, { includeDeleted: true });
  return sameSlug === null || sameSlug.id === course.id ? null : { id: slug, title: sameSlug.title };
}

/** A course that is here, or was, goes on in the language it is in. */
async function languageFor({ strict, platform }: Environment, { course, languages }: PackCover): Promise<string> {
  const here = await strict.courses.getById(course.id, { includeDeleted: true });
  return bestLanguage(here === null ? platform.languages : [here.language], languages) ?? languages[0] ?? 'en';
}

async function whatIsHere(repositories: Repositories, { course, hash }: PackCover): Promise<PackOffer['here']> {
  const row = await repositories.courses.getById(course.id, { includeDeleted: true });
  if (row === null) return { kind: 'nothing' };
  const isRemoved = row.deletedAt !== null;
  const pack = await (await repositories.packs()).getById(course.id);
  if (pack?.hash === hash && !isRemoved) return { kind: 'same' };
  const mark = (await readDevice(repositories, 'installedPacks'))[course.id];
  const version = pack?.version ?? (mark === undefined ? null : versionOf(mark));
  const kind = version === null || version === course.version ? 'changed' : isNewer(course.version, version) ? 'older' : 'newer';
  return { kind, version, isRemoved };
}
