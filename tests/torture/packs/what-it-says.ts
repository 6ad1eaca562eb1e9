import { unzipSync } from 'fflate';
import { isDeepStrictEqual } from 'node:util';
import type { Row, Stored } from './stage.ts';

interface Said {
  readonly course: { readonly id: string; readonly title: string; readonly version: string; readonly lessons: readonly string[] };
  readonly lessons: readonly {
    readonly head: { readonly id: string; readonly title: string };
    readonly content: string;
    readonly exercises: readonly { readonly id: string; readonly type: string; readonly prompt: string }[];
  }[];
  readonly pictures: readonly (readonly [path: string, bytes: Uint8Array])[];
}

/** Where the database is not what it was and the pack, read by another reader of zips and of JSON. */
export function differencesFrom(bytes: Uint8Array, before: Stored, after: Stored): string[] {
  const { course, lessons, pictures } = whatItSays(bytes);
  const added = (table: string): Row[] => {
    const old = new Map((before[table] ?? []).map((row) => [row.id, row]));
    return (after[table] ?? []).filter((row) => !isDeepStrictEqual(old.get(row.id), row));
  };
  const idOf = (id: string): string => `${course.id}:${id}`;
  const counted = (table: string, expected: readonly object[], told: (row: Row) => object): string[] => {
    const [found, said] = [added(table).map(told), expected].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
    return isDeepStrictEqual(found, said) ? [] : [`${table} are not what it says: ${String(found?.length)} of ${String(said?.length)}`];
  };
  const gone = Object.keys(before).filter((table) => {
    const ids = new Set((after[table] ?? []).map(({ id }) => id));
    return (before[table] ?? []).some(({ id }) => !ids.has(id));
  });
  const touched = Object.keys(after).filter((table) => !WRITTEN.has(table) && added(table).length > 0);
  return [
    ...gone.map((table) => `${table} lost rows`),
    ...touched.map((table) => `${table} were written to`),
    ...counted('courses', [{ id: course.id, title: course.title }], ({ id, title }) => ({ id, title })),
    ...counted(
      'lessons',
      lessons.map(({ head, content }, i) => ({ id: idOf(head.id), title: head.title, content, order: i + 1 })),
      ({ id, title, content, order }) => ({ id, title, content, order }),
    ),
    ...counted(
      'exercises',
      lessons.flatMap(({ head, exercises }) => exercises.map(({ id, type, prompt }, i) => ({ id: idOf(id), lessonId: idOf(head.id), type, prompt: prompt.trim(), order: i + 1 }))),
      ({ id, lessonId, type, prompt, order }) => ({ id, lessonId, type, prompt, order }),
    ),
    ...counted('packs', [{ id: course.id, version: course.version }], ({ id, version }) => ({ id, version })),
    ...counted('packFiles', [{ length: bytes.length }], ({ bytes: kept }) => ({ length: kept instanceof Uint8Array ? kept.length : -1 })),
    ...counted(
      'packAssets',
      pictures.map(([path, { length }]) => ({ path, length })),
      ({ path, bytes: kept }) => ({ path, length: kept instanceof Uint8Array ? kept.length : -1 }),
    ),
  ];
}

const WRITTEN = new Set(['courses', 'lessons', 'exercises', 'settings', 'packs', 'packFiles', 'packAssets']);

function whatItSays(bytes: Uint8Array): Said {
  const files = unzipSync(bytes);
  const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(files[path]));
  const course = json('pack.json') as Said['course'];
  const lessons = course.lessons.map((folder) => json(`lessons/${folder}/lesson.json`)) as Said['lessons'];
  const folders = new Set(course.lessons);
  const pictures = Object.entries(files).flatMap(([path, data]): [string, Uint8Array][] => {
    const [, folder = '', name = ''] = /^lessons\/([^/]+)\/(.+)$/.exec(path) ?? [];
    return folders.has(folder) && /\.(?:svg|png|jpe?g|gif|webp)$/i.test(name) ? [[name, data]] : [];
  });
  return { course, lessons, pictures };
}
