/** The first paragraph of an author's Markdown as bare words, for a line in a list. */
export function firstWords(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/).find((part) => part.trim() !== '' && !/^\s*(#|```|[-*]\s)/.test(part)) ?? '';
  return bareWords(paragraph);
}

/** A run of an author's Markdown as bare words. What stands between backticks keeps its stars and underscores. */
export const bareWords = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part.slice(1, -1) : part.replace(/[*`]|\b_|_\b/g, '')))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
