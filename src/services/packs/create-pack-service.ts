import type { Repositories } from '../../../db/repositories.ts';
import type { Id } from '../../../db/models/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { versionOf } from '../../packs/bundle-mark.ts';
import { isNewer } from '../../packs/pack/is-newer.ts';
import type { PackContent, PackCover, PackReader } from '../../packs/pack/pack-reader.ts';
import { readDevice } from '../device-state.ts';
import type { Environment } from '../environment.ts';
import { attemptWrite, NoRoom } from '../failures.ts';
import { installCourse } from '../install-course.ts';
import { missingRoom } from '../room.ts';
import type { InstallFailure, InstallProgress, OpenFailure, PackOffer, PackService } from './pack-service.ts';

export function createPackService(environment: Environment): PackService {
  const { relaxed, strict, platform } = environment;
  const openReader = environment.openPackReader ?? (async () => (await import('../../packs/pack/direct-reader.ts')).createDirectReader(platform.appVersion));

  const open = async (file: Blob): Promise<Result<PackOffer, OpenFailure>> => {
    const reader = await openReader();
    const opened = await reader.open(file);
    const taken = opened.ok ? await holderOf(environment, opened.value) : null;
    if (!opened.ok || taken !== null) {
      reader.close();
      return opened.ok && taken !== null ? fail({ type: 'IdTaken', ...taken }) : (opened as Result<never, OpenFailure>);
    }
    const cover = opened.value;
    return ok({
      cover,
      here: await whatIsHere(strict, cover),
      install: (onProgress, signal) => install(reader, cover, onProgress, signal),
      close: () => reader.close(),
    });
  };

  const install = async (
    reader: PackReader,
    cover: PackCover,
    onProgress: (progress: InstallProgress) => void,
    signal: AbortSignal,
  ): Promise<Result<{ readonly courseId: Id }, InstallFailure>> => {
    const read = await readOr(reader, (fraction) => onProgress({ step: 'reading', fraction }), signal);
    if (read === null) return fail({ type: 'Cancelled' });
    if (!read.ok) return read;
    const written = await attemptWrite(async () => {
      const missing = missingRoom(cover.unpackedSize + cover.size, await platform.storage.estimate());
      if (missing > 0) throw new NoRoom(missing);
      await write(environment, cover, read.value, (fraction) => onProgress({ step: 'writing', fraction }));
    });
    return written.ok ? ok({ courseId: cover.course.id }) : written;
  };

  return {
    open,
    installed: async () => (await strict.packs()).getAll(),
    async stepBack(packId, onProgress) {
      const packs = await strict.packs();
      const previous = (await packs.getById(packId))?.previous ?? null;
      if (previous === null) return null;
      const bytes = await packs.bytes(packId, previous.hash);
      const offer = await open(new Blob([bytes.slice()]));
      if (!offer.ok) return offer.error.type === 'IdTaken' ? null : fail(offer.error);
      try {
        return await offer.value.install(onProgress, new AbortController().signal);
      } finally {
        offer.value.close();
      }
    },
    async asset(lessonId, path) {
      const found = await (await relaxed.packs()).asset(lessonId, path);
      return found === null ? null : { mediaType: found.mediaType, bytes: found.bytes.slice() };
    },
  };
}

/** null: called off. */
async function readOr(reader: PackReader, onProgress: (fraction: number) => void, signal: AbortSignal) {
  try {
    return await reader.read(onProgress, signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** One transaction: the course's rows, the pack's file and its pictures, and the course back in the library. */
async function write({ relaxed, now }: Environment, { course, hash, size }: PackCover, content: PackContent, onProgress: (fraction: number) => void) {
  const packs = await relaxed.packs();
  const { id, version, title, authors, licence } = course;
  const { bundle, bytes, assets } = content;
  await installCourse(relaxed, bundle, {
    mark: `${version} ${hash}`,
    onProgress,
    async andThen() {
      await relaxed.courses.restore(bundle.course.id);
      await packs.put({ id, version, hash, title, authors, licence, size, installedAt: now() }, bytes, assets);
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
