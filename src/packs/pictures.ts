const MEDIA_TYPES: { readonly [ending: string]: string } = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};
export const PICTURE_ENDINGS: readonly string[] = Object.keys(MEDIA_TYPES);

/** By its file name's ending; null: no picture that is shown. */
export const mediaTypeOf = (path: string): string | null => MEDIA_TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? null;

/**
 * The pictures of a course by their lesson's folder, as its text names them: `lessons/010-a/cup.svg` is `cup.svg` in `010-a`.
 */
export function picturesByFolder(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const [, folder = '', name = ''] = /^lessons\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (name === '' || mediaTypeOf(path) === null) continue;
    folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
  }
  return folders;
}
