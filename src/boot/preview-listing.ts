import type { Folder, FolderFile } from '../packs/preview-folder.ts';
import { hasCourseFile, isJunk, isOfCourse, MOST_FILES } from '../packs/source/course-folder.ts';

/** A folder as one of a browser's ways to it shows it. */
interface Place {
  readonly name: string;
  /** Rejects where it is gone, or may not be read. */
  list(): Promise<readonly Item[]>;
}
interface Item {
  readonly name: string;
  /** What it is: a folder, or a file. */
  readonly place: Place | null;
  readonly file: () => Promise<File>;
}

/** By a folder that was picked or dropped. Rejects where it is gone. */
export const listHandle = (handle: FileSystemDirectoryHandle): Promise<Folder> => listPlace(placeOfHandle(handle));

/** By a folder that was dropped where there are no handles. */
export const listEntry = (entry: FileSystemDirectoryEntry): Promise<Folder> => listPlace(placeOfEntry(entry));

/** By the files of an input that takes folders: each path begins with the folder's own name. */
export function listFiles(files: readonly File[]): Folder {
  const all = files.map((file) => {
    const [name = '', ...steps] = (file.webkitRelativePath || file.name).split('/');
    return { name, path: steps.join('/'), file };
  });
  const ours = all.filter(({ path }) => isOfCourse(path)).slice(0, MOST_FILES + 1).sort((a, b) => (a.path < b.path ? -1 : 1));
  const courses = all.flatMap(({ path }) => /^((?:[^/]+\/)?[^/]+)\/course\.yaml$/.exec(path)?.[1] ?? []);
  return {
    name: all[0]?.name ?? '',
    files: ours.map(({ path, file }) => ({ path, file })),
    courses: courses.filter((path) => !path.split('/').some(isJunk)),
  };
}

async function listPlace(root: Place): Promise<Folder> {
  let count = 0;
  // All at once: to ask for one file takes the browser as long as for a hundred.
  const walk = async (place: Place, before: string): Promise<FolderFile[]> =>
    (await Promise.all((await listed(place)).map((item) => take(item, before + item.name)))).flat();
  const take = async ({ place, file }: Item, path: string): Promise<FolderFile[]> => {
    if (place !== null) return path === 'lessons' || path.includes('/') ? walk(place, `${path}/`).catch(() => [{ path, file: null }]) : [];
    if (!isOfCourse(path)) return [];
    count += 1;
    // One more than there may be tells of too many.
    return count > MOST_FILES + 1 ? [] : [{ path, file: await file().catch(() => null) }];
  };
  const files = await walk(root, '');
  return { name: root.name, files, courses: hasCourseFile(files.map(({ path }) => path)) ? [] : await coursesIn(root) };
}

/** Folders that hold a `course.yaml`, one or two steps below. */
async function coursesIn(root: Place, steps = 2): Promise<string[]> {
  const found: string[] = [];
  for (const { name, place } of await listed(root).catch(() => [])) {
    if (place === null) continue;
    const isOne = (await listed(place).catch(() => [])).some((inner) => inner.name === 'course.yaml');
    if (isOne) found.push(name);
    else if (steps > 1) found.push(...(await coursesIn(place, steps - 1)).map((inner) => `${name}/${inner}`));
  }
  return found;
}

const listed = async (place: Place): Promise<Item[]> =>
  (await place.list()).filter(({ name }) => !isJunk(name)).sort((a, b) => (a.name < b.name ? -1 : 1));

const placeOfHandle = (handle: FileSystemDirectoryHandle): Place => ({
  name: handle.name,
  async list() {
    const items: Item[] = [];
    for await (const inner of handle.values()) {
      const isFile = inner.kind === 'file';
      const file = (): Promise<File> => (isFile ? inner.getFile() : Promise.reject(new Error(`${inner.name} is a folder`)));
      items.push({ name: inner.name, place: isFile ? null : placeOfHandle(inner), file });
    }
    return items;
  },
});

const placeOfEntry = (entry: FileSystemDirectoryEntry): Place => ({
  name: entry.name,
  async list() {
    const reader = entry.createReader();
    const items: Item[] = [];
    // It gives some at a time, and none at the end.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return items;
      for (const inner of some) {
        const file = (): Promise<File> => new Promise((resolve, reject) => (inner as FileSystemFileEntry).file(resolve, reject));
        items.push({ name: inner.name, place: inner.isDirectory ? placeOfEntry(inner as FileSystemDirectoryEntry) : null, file });
      }
    }
  },
});
