/** White space at the ends of lines and at the end of the output does not matter. */
export const isSameOutput = (expected: string, got: string): boolean => tidy(expected) === tidy(got);

const tidy = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
