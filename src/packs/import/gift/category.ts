/** The name of a category: its path without what every path begins with. `//` stands for a slash in a name. */
export function categoryName(path: string): string {
  const names = path.trim().split(/(?<!\/)\/(?!\/)/).map((name) => name.replaceAll('//', '/').trim());
  return names.filter((name) => name !== '' && name !== 'top' && !/^\$[a-z0-9]+\$$/.test(name)).join(' / ');
}

/** The path that is read as this name. */
export const categoryPath = (name: string): string => `$course$/top/${name.replace(/\s+/g, ' ').trim().replaceAll('/', '//')}`;
