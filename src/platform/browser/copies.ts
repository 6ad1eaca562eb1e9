import type { Copies } from '../copies.ts';
import { createChosenFolder, type Picker } from './chosen-folder.ts';
import { createCopyFolder } from './copy-folder.ts';
import { createFolderNote } from './folder-note.ts';

/** Its folder in the origin's private file system. */
const FOLDER = 'copies';

/** The few globals that are asked, so that a test can hand in any browser. */
export interface CopiesScope {
  readonly showDirectoryPicker?: Picker;
  readonly indexedDB: IDBFactory;
  readonly navigator: { readonly storage?: Partial<Pick<StorageManager, 'getDirectory'>> };
  /** Has `createWritable` where a page may write whole files; Safari long had not. */
  readonly FileSystemFileHandle?: { readonly prototype: object };
}

export function createBrowserCopies(scope: CopiesScope): Copies {
  const { showDirectoryPicker: pick, indexedDB, navigator: { storage }, FileSystemFileHandle: fileHandle } = scope;
  const canWrite = fileHandle !== undefined && 'createWritable' in fileHandle.prototype;
  const root = storage?.getDirectory?.bind(storage);
  const own = root === undefined ? null : async () => (await root()).getDirectoryHandle(FOLDER, { create: true });
  return {
    own: own === null || !canWrite ? null : createCopyFolder(own),
    // Called on the window itself: the browser refuses it as a loose function.
    chosen: pick === undefined ? null : createChosenFolder((options) => pick.call(scope, options), createFolderNote(indexedDB)),
  };
}
