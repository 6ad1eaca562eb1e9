/** Path → bytes, of all that lies beside a file. */
export type Files = { readonly [path: string]: Uint8Array };

/** A bound on each part keeps the search linear. */
const PICTURE = /(\[)?!\[([^\]\n]{0,500})\](?:\(\s{0,3}<?([^)\s>]{0,1000})>?[^)\n]{0,500}\)(?:\{[^}\n]{0,200}\})?|\[[^\]\n]{0,200}\])(\]\()?/g;
const LINK = /(?<!!)\[([^[\]\n]{1,500})\]\(\s{0,3}<?([^()\s>]{0,1000})>?(?:\s[^()\n]{0,500})?\)/g;
const SHOWN = /\.(?:png|jpe?g|gif|webp|svg)$/i;

/**
 * Pictures are taken from the files beside; one on the web becomes a link, since a course never names what would be
 * fetched; of one that is missing its own words stay. A link that leads nowhere outside its folder is only its words.
 */
export function pictureShelf(files: Files, file: string, lose: (what: string) => void) {
  const taken = new Map<string, Uint8Array>();
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';

  function shown(alt: string, address: string, isLinked: boolean): string {
    const words = alt.trim() === '' ? 'picture' : alt.trim();
    if (/^https?:/i.test(address)) {
      lose('a picture on the web, now a link to it');
      return isLinked ? words : `[${words}](${address})`;
    }
    const path = pathOf(folder, address);
    const bytes = path === null ? undefined : own(files, path) ?? own(files, pathOf('', address) ?? '');
    if (path === null || bytes === undefined) {
      lose('a picture that is not among the files');
      return `(${words})`;
    }
    const name = path.replace(/[^\w.-]+/g, '-').replace(/^[-.]+/, '');
    taken.set(name, bytes);
    return `![${words}](${name})`;
  }

  return {
    taken: () => Object.fromEntries(taken),
    place: (prose: string): string =>
      prose
        .replace(PICTURE, (_, before: string | undefined, alt: string, address: string | undefined, after: string | undefined) =>
          `${before ?? ''}${shown(alt, address ?? '', before !== undefined && after !== undefined)}${after ?? ''}`,
        )
        .replace(/!\[(?![^\]\n]{0,500}\]\([\w.-]+\))/g, String.raw`\![`)
        .replace(LINK, (whole, words: string, to: string) => (/^(?:https?:\/\/|mailto:)/i.test(to) ? whole : words)),
  };
}

const own = (files: Files, path: string): Uint8Array | undefined => (Object.hasOwn(files, path) ? files[path] : undefined);

/** null: not a picture's path, or one that leaves the folder. */
function pathOf(folder: string, address: string): string | null {
  const bare = decoded(address.replace(/[?#].*$/, ''));
  if (/^[\w+.-]*:/.test(bare) || !SHOWN.test(bare)) return null;
  const parts: string[] = [];
  for (const part of (bare.startsWith('/') ? bare : folder + bare).split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
