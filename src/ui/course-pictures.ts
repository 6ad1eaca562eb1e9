import { createContext } from 'react';

/** The pictures of the lesson on the screen: a path as its text names it → the picture; null where it has none. */
export type FindPicture = (path: string) => Promise<Blob | null>;

export const CoursePictures = createContext<FindPicture | null>(null);

/**
 * Shows the pictures that `root`'s text names. Nothing was fetched for them: the sanitiser leaves no address, and here
 * they get one that leads to bytes of the pack alone. Call what comes back when the text goes.
 */
export function showPictures(root: Element, find: FindPicture): () => void {
  const urls: string[] = [];
  let isGone = false;
  const show = async (image: HTMLImageElement): Promise<void> => {
    const picture = await find(image.dataset.picture ?? '');
    if (picture === null || isGone) return;
    const url = URL.createObjectURL(picture);
    urls.push(url);
    image.src = url;
  };
  // One that cannot be read leaves its words.
  for (const image of root.querySelectorAll<HTMLImageElement>('img[data-picture]')) void show(image).catch(() => undefined);
  return () => {
    isGone = true;
    urls.forEach((url) => URL.revokeObjectURL(url));
  };
}
