/** Folders as a browser shows them, in its three ways. Paths from the folder; null: a file that cannot be had. */
export type Texts = { readonly [path: string]: string | null };

const fileOf = (path: string, text: string | null): Promise<File> =>
  text === null ? Promise.reject(new DOMException(path, 'NotReadableError')) : Promise.resolve(new File([text], path.split('/').at(-1) ?? '', { lastModified: 1 }));

/** The names right below `at` (empty, or ending in `/`), in reverse: no way of a browser promises an order. */
function below(texts: Texts, at: string): Map<string, 'file' | 'directory'> {
  const inside = Object.keys(texts).filter((path) => path.startsWith(at)).map((path) => path.slice(at.length));
  const kinds = inside.map((path): [string, 'file' | 'directory'] => [path.split('/')[0] ?? '', path.includes('/') ? 'directory' : 'file']);
  return new Map(kinds.reverse());
}

export function handleOf(texts: Texts, name = 'my-tea', at = ''): FileSystemDirectoryHandle {
  const values = () =>
    [...below(texts, at)].map(([inner, kind]) =>
      kind === 'directory' ? handleOf(texts, inner, `${at}${inner}/`) : { kind, name: inner, getFile: () => fileOf(inner, texts[at + inner] ?? null) },
    );
  return { kind: 'directory', name, values } as unknown as FileSystemDirectoryHandle;
}

/** What is dropped where there are no handles. It lists two at a time. */
export function entryOf(texts: Texts, name = 'my-tea', at = ''): FileSystemDirectoryEntry {
  const createReader = () => {
    const left = [...below(texts, at)].map(([inner, kind]) =>
      kind === 'directory'
        ? entryOf(texts, inner, `${at}${inner}/`)
        : { isDirectory: false, name: inner, file: (give: (file: File) => void, refuse: (error: unknown) => void) => void fileOf(inner, texts[at + inner] ?? null).then(give, refuse) },
    );
    return { readEntries: (give: (some: unknown[]) => void) => give(left.splice(0, 2)) };
  };
  return { isDirectory: true, name, createReader } as unknown as FileSystemDirectoryEntry;
}

/** What a file input gives that takes folders. */
export const filesOf = (texts: Texts, name = 'my-tea'): File[] =>
  Object.entries(texts).reverse().map(([path, text]) => Object.assign(new File([text ?? ''], path), { webkitRelativePath: `${name}/${path}` }));
