import { sha256OfText } from '../../core/digest.ts';

/** How many hex digits a row's mark has: the first 64 bits of the SHA-256 of its text. */
export const MARK_LENGTH = 16;

/** Rows hashed at once: the page still answers between two lots. */
const AT_ONCE = 500;

export const markOf = async (text: string): Promise<string> => (await sha256OfText(text)).slice(0, MARK_LENGTH);

/** The marks of many texts, in their order. */
export async function marksOf(texts: readonly string[]): Promise<string[]> {
  const marks: string[] = [];
  for (let i = 0; i < texts.length; i += AT_ONCE) {
    marks.push(...(await Promise.all(texts.slice(i, i + AT_ONCE).map(markOf))));
  }
  return marks;
}

/** Marks written one behind the other. */
export const splitMarks = (joined: string): string[] =>
  Array.from({ length: Math.floor(joined.length / MARK_LENGTH) }, (_, i) =>
    joined.slice(i * MARK_LENGTH, (i + 1) * MARK_LENGTH),
  );
