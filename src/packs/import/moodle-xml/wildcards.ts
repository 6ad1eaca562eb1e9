/** A short answer of Moodle's: `*` stands for any characters, `\*` for a star. */
export interface ShortAnswer {
  /** Without wildcards. */
  readonly isPlain: boolean;
  /** What it accepts, its wildcards standing for nothing. */
  readonly text: string;
  /** A regular expression for the whole of it. */
  readonly pattern: string;
}

export function readShortAnswer(written: string): ShortAnswer {
  const parts = written.trim().split(/(?<!\\)\*/).map((part) => part.replaceAll(String.raw`\*`, '*'));
  return {
    isPlain: parts.length === 1,
    text: parts.join('').replace(/\s+/g, ' ').trim(),
    pattern: parts.map(escapePattern).join('.*').replace(/(?:\.\*){2,}/g, '.*'),
  };
}

const escapePattern = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);

/** The other way; null for a pattern that wildcards cannot say. */
export function patternToWildcards(pattern: string): string | null {
  const tokens = pattern.match(/\\[$()*+./?[\\\]^{|}]|\.\*|[^$()*+./?[\\\]^{|}]/gu) ?? [];
  if (tokens.join('') !== pattern) return null;
  const written = tokens.map((token) => (token === '.*' ? '*' : token === '\\*' ? '\\*' : token.replace(/^\\(?=.)/, ''))).join('');
  return readShortAnswer(written).pattern === pattern && written === written.trim() ? written : null;
}

/** A text that is meant as it stands; null where Moodle could not tell. */
export function textToShortAnswer(text: string): string | null {
  const written = text.replaceAll('*', String.raw`\*`);
  const read = readShortAnswer(written);
  return read.isPlain && read.text === text ? written : null;
}
