import { fail, ok } from '../../core/result.ts';
import type { ChosenFolder, ChosenPlace } from '../copies.ts';
import { createCopyFolder } from './copy-folder.ts';
import type { FolderNote } from './folder-note.ts';

/** What TypeScript's DOM library leaves out: Chromium alone has it. */
export type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
interface Guarded extends FileSystemDirectoryHandle {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
}
const WRITING = { mode: 'readwrite' } as const;

/** A folder of the learner's own, by the File System Access API. */
export function createChosenFolder(pick: Picker, note: FolderNote): ChosenFolder {
  const place = (handle: FileSystemDirectoryHandle, isAllowed: boolean): ChosenPlace =>
    isAllowed
      ? { state: 'open', name: handle.name, folder: createCopyFolder(() => Promise.resolve(handle)) }
      : { state: 'locked', name: handle.name };
  const placeBy = async (ask: (handle: Guarded) => Promise<PermissionState>): Promise<ChosenPlace> => {
    // A note that cannot be read is none: the copies in the app's own place are not touched by it.
    const handle = (await note.get().catch(() => null)) as Guarded | null;
    if (handle === null) return { state: 'none' };
    return place(handle, (await ask(handle).catch(() => 'denied')) === 'granted');
  };
  return {
    where: () => placeBy((handle) => handle.queryPermission(WRITING)),
    allow: () => placeBy((handle) => handle.requestPermission(WRITING)),
    async choose() {
      try {
        const handle = await pick({ id: 'copies', ...WRITING });
        await note.set(handle);
        return ok(place(handle, true));
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') return fail({ type: 'Cancelled' });
        return fail({ type: 'CopyUnavailable', reason: String(error) });
      }
    },
    forget: () => note.set(null),
  };
}
