import { elementsOf, textOf, type XmlElement } from '../xml-tree.ts';
import { fromBase64 } from './base64.ts';

/** The pictures of one lesson's questions, each under a path of its own. */
export interface PictureShelf {
  /** The pictures that one question brings along. The function gives the path of an address, or null. */
  readonly of: (question: XmlElement, lose: (what: string) => void) => (address: string) => string | null;
  /** Path → bytes, of those that were named. */
  readonly taken: () => { readonly [path: string]: Uint8Array };
}

const SHOWN = /\.(?:png|jpe?g|gif|webp|svg)$/i;
const PLUGIN_FILE = '@@PLUGINFILE@@/';

export function pictureShelf(): PictureShelf {
  const taken = new Map<string, Uint8Array>();

  /** By name and length: what may be the same picture again. */
  const alike = new Map<string, string[]>();
  const numbers = new Map<string, number>();

  function put(name: string, bytes: Uint8Array): string {
    const safe = name.replace(/[^\w.-]+/g, '-').replace(/^[-.]+/, '');
    const candidates = alike.get(`${bytes.length} ${safe}`) ?? [];
    const there = candidates.find((path) => isSame(taken.get(path), bytes));
    if (there !== undefined) return there;
    const number = (numbers.get(safe) ?? 0) + 1;
    const path = number === 1 ? safe : `${number}-${safe}`;
    numbers.set(safe, number);
    alike.set(`${bytes.length} ${safe}`, [...candidates, path]);
    taken.set(path, bytes);
    return path;
  }

  function of(question: XmlElement, lose: (what: string) => void) {
    const files = new Map(filesIn(question).map((file) => [pathOf(file), file]));
    return (address: string): string | null => {
      if (address.startsWith(PLUGIN_FILE)) {
        const name = decoded(address.slice(PLUGIN_FILE.length).replace(/[?#].*$/, ''));
        const file = files.get(name);
        const bytes = file === undefined ? null : fromBase64(textOf(file));
        if (bytes === null || bytes.length === 0) lose(`the picture ${name} is not in the file`);
        else if (!SHOWN.test(name)) lose(`${name} is no picture that can be shown`);
        else return put(name, bytes);
        return null;
      }
      const data = /^data:image\/(png|jpeg|gif|webp|svg\+xml);base64,/i.exec(address);
      const bytes = data === null ? null : fromBase64(address.slice(data[0].length));
      if (data !== null && bytes !== null) return put(`picture.${(data[1] ?? '').toLowerCase().replace('+xml', '').replace('jpeg', 'jpg')}`, bytes);
      lose('a picture that is not in the file');
      return null;
    };
  }

  return { of, taken: () => Object.fromEntries(taken) };
}

/** Wherever in the question they stand; old files name one picture beside the text. */
function filesIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === 'file' ? [child] : filesIn(child)));
}

function pathOf(file: XmlElement): string {
  const folder = (file.attributes.path ?? '/').replace(/^\/+/, '');
  return `${folder}${folder === '' || folder.endsWith('/') ? '' : '/'}${file.attributes.name ?? ''}`;
}

const isSame = (a: Uint8Array | undefined, b: Uint8Array): boolean => a?.every((byte, at) => byte === b[at]) === true;

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
