/** The item's own id: `[id:…]`, else the number that Moodle writes above a question it exports. null where it has none. */
export function sourceIdOf(comments: readonly string[]): string | null {
  const own = comments.filter((comment) => !comment.startsWith(HORNBOOK));
  for (const comment of own) {
    const id = /\[id:((?:\\\]|[^\]]){1,500})\]/.exec(comment)?.[1]?.replaceAll(String.raw`\]`, ']').trim() ?? '';
    if (id !== '') return id;
  }
  const numbers = own.map((comment) => /^question: (\d+) /.exec(`${comment} `)?.[1] ?? '');
  return numbers.find((number) => number !== '' && number !== '0') ?? null;
}

/** What begins the comment in which our own export keeps what GIFT has no place for. */
export const HORNBOOK = 'hornbook ';

/** `]` escaped, on one line. */
export const idComment = (id: string): string => `// [id:${id.replaceAll(']', String.raw`\]`)}]`;
