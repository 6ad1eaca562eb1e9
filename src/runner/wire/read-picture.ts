import { isRecord, parseJson } from '../../core/json.ts';
import type { Picture } from '../../core/run-result.ts';
import { isString } from './plain.ts';

/** Characters of one picture's data. */
export const MAX_PICTURE_CHARS = 1_000_000;
export const MAX_PICTURES = 20;

export interface NamedPicture {
  readonly name: string;
  readonly picture: Picture;
}

/** Null when the text is no picture, or one too large. Its look is not judged: it is shown as an `<img>` alone. */
export function readPicture(text: string): NamedPicture | null {
  // Escaped, a picture may take twice its size.
  if (text.length > 2 * MAX_PICTURE_CHARS) return null;
  const raw = parseJson(text);
  if (!isRecord(raw) || !isString(raw.name) || !isString(raw.data) || raw.data.length > MAX_PICTURE_CHARS) return null;
  const { data, mimeType } = raw;
  const name = raw.name.slice(0, 200);
  if (mimeType === 'image/svg+xml') return { name, picture: { mimeType, data } };
  return mimeType === 'image/png' && /^[A-Za-z0-9+/]+={0,2}$/.test(data) ? { name, picture: { mimeType, data } } : null;
}
