import type { InstalledPack } from '../../../db/models/installed-pack.ts';
import type { CourseBundle } from '../../packs/course-bundle.ts';
import { bundleOf } from '../../packs/row-lists.ts';
import type { Environment } from '../environment.ts';
import { openReaderOf } from './open-reader.ts';

type Reading = Pick<Environment, 'strict' | 'platform' | 'openPackReader'>;

/** The courses that came from files, each to be read again from the bytes that were kept: null where these are damaged too. */
export async function keptCourses(environment: Reading): Promise<{ readonly load: () => Promise<CourseBundle | null> }[]> {
  const installed = await (await environment.strict.packs()).getAll().catch(() => []);
  return installed.map((pack) => ({ load: () => readAgain(environment, pack).catch(() => null) }));
}

async function readAgain(environment: Reading, { id, hash }: InstalledPack): Promise<CourseBundle | null> {
  const bytes = await (await environment.strict.packs()).bytes(id, hash);
  const language = (await environment.strict.courses.getById(id, { includeDeleted: true }).catch(() => null))?.language;
  const reader = await openReaderOf(environment)();
  try {
    const opened = await reader.open(new Blob([bytes.slice()]));
    const read = opened.ok ? await reader.read(() => undefined, new AbortController().signal, language) : opened;
    return read.ok ? bundleOf(read.value.rows) : null;
  } finally {
    reader.close();
  }
}
