import type { CourseOpener, Opened } from '../app/preview-state.ts';
import type { PackReader } from '../packs/pack/pack-reader.ts';
import { previewWithout, type PreviewRead } from '../packs/preview-source.ts';
import type { Folder } from '../packs/preview-folder.ts';
import { readInWorker } from './preview-in-worker.ts';
import { listEntry, listFiles, listHandle } from './preview-listing.ts';
import type { PreviewFeed, PreviewLook } from './preview-feed.ts';
import type { watchFolder } from './preview-watch.ts';

export interface OpenedFeed extends PreviewFeed {
  readonly opener: CourseOpener;
  readonly opened: () => Opened | null;
}

export interface OpenedParts {
  readonly startPackWorker: () => Worker;
  readonly openPackReader: () => Promise<PackReader>;
  readonly watch: typeof watchFolder;
  /** Chromium's picker; null: not here. Rejects where the author calls it off. */
  readonly pickFolder: (() => Promise<FileSystemDirectoryHandle>) | null;
}

/** A folder or a pack of the author's own choice, read in the browser. */
export function openedFeed({ startPackWorker, openPackReader, watch, pickFolder }: OpenedParts): OpenedFeed {
  let opened: Opened | null = null;
  let read = (): Promise<PreviewLook> => Promise.resolve(without(null));
  let changed = (): void => undefined;
  let stopWatching = (): void => undefined;

  const open = (what: Opened, look: () => Promise<PreviewLook>): void => {
    stopWatching();
    stopWatching = () => undefined;
    opened = what;
    read = look;
    changed();
  };
  const readFolder = async (name: string, list: () => Promise<Folder>): Promise<PreviewLook> => {
    const folder = await list().catch(() => null);
    return folder === null ? without(`${name} can no longer be read. Open it again.`) : lookOf(await readInWorker(startPackWorker, folder));
  };
  const openWatched = (name: string, list: () => Promise<Folder>): void => {
    open({ name, again: 'itself' }, () => readFolder(name, list));
    stopWatching = watch(list, () => changed());
  };
  const openPack = ([file]: readonly File[]): void => {
    if (file !== undefined) open({ name: file.name, again: 'pack' }, () => readPack(openPackReader, file));
  };
  const opener: CourseOpener = {
    // Called off, or not allowed: there is nothing to open.
    askFolder: pickFolder === null ? null : () => void pickFolder().then((handle) => openWatched(handle.name, () => listHandle(handle)), () => undefined),
    openFolder(files) {
      const folder = listFiles(files);
      open({ name: folder.name, again: 'folder' }, () => readFolder(folder.name, () => Promise.resolve(folder)));
    },
    openPack,
    openDropped(data) {
      const item = [...data.items].find(({ kind }) => kind === 'file');
      const entry = item?.webkitGetAsEntry() ?? null;
      const file = item?.getAsFile() ?? null;
      if (entry?.isDirectory === true) openWatched(entry.name, () => listEntry(entry as FileSystemDirectoryEntry));
      else if (file !== null) openPack([file]);
    },
    again: () => changed(),
  };
  return {
    opener,
    opened: () => opened,
    read: () => read(),
    onChange(listener) {
      changed = listener;
    },
  };
}

/** A pack's cover is all that is wanted of it here: taking it in reads the rest, and tells what is wrong with that. */
async function readPack(openReader: OpenedParts['openPackReader'], file: File): Promise<PreviewLook> {
  const reader = await openReader();
  const cover = await reader.open(file);
  reader.close();
  if (!cover.ok) return without(cover.error.message, cover.error.findings);
  const { course: { id, title, version }, hash } = cover.value;
  return { source: { course: { id, title, version, hash }, reason: null, findings: [] }, pack: () => Promise.resolve(file) };
}

const lookOf = ({ source, pack }: PreviewRead): PreviewLook => ({ source, pack: () => Promise.resolve(pack === null ? null : new Blob([pack])) });
const without = (...why: Parameters<typeof previewWithout>): PreviewLook => lookOf(previewWithout(...why));
