/**
 * Whether two outputs look the same. What nobody can see does not matter: how lines end (`\n`, `\r\n`, `\r`), white
 * space at the ends of lines, empty lines at the end, a space that does not break, and how an accent is composed.
 * Everything else does: letters, spaces within a line and before it, empty lines between others and before them.
 */
export const isSameOutput = (expected: string, got: string): boolean =>
  outputLines(expected).join('\n') === outputLines(got).join('\n');

/** The lines of an output as they are compared; none for an output that shows nothing. */
export function outputLines(text: string): string[] {
  const lines = text.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ').split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}
