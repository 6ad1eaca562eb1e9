import type { ForeignMarkdown } from './foreign-markdown.ts';
import type { Line } from './lines.ts';
import type { OptionGroup } from './options.ts';

export interface ReadOptions {
  readonly texts: readonly string[];
  /** Marked as right where they stand, by their places; null: no mark, or none that tells them apart. */
  readonly right: readonly number[] | null;
}

const MARK = /^\s{0,3}[✅☑✔]️?\s?|\s?(?:[✅☑✔]️?|(?:\*\*|__|\*|_)?(?:[([](?:the )?(?:correct|right|richtig|correcta|correcto|correct answer|✓)!?[)\]]|(?:<-+|←|[-–—]) ?(?:correct|right)(?: answer)?)(?:\*\*|__|\*|_)?)\s{0,3}$/iu;
const CROSS = /^\s{0,3}(?:❌|✗|✘|⬜|🔘)️?\s?|\s?(?:❌|✗|✘)️?\s{0,3}$/u;
const BOLD = /^(\*\*|__)(?!\s)([^*_]{1,2000})\1[.\s]{0,3}$/;

/** The options' words, and which of them the author marked: a ticked box, a sign, bold type. */
export function readOptions(lines: readonly Line[], group: OptionGroup, words: ForeignMarkdown): ReadOptions {
  const raw = group.options.map(({ first, from, to }) => ({
    first: first.trimEnd(),
    rest: lines.slice(from + 1, to).map(({ text }) => text),
  }));
  const signs = raw.map(({ first }) => MARK.test(first));
  const bold = raw.map(({ first, rest }) => BOLD.test(first.replace(MARK, '').trim()) && rest.every((line) => line.trim() === ''));
  const ticked = group.options.map(({ isTicked }) => isTicked === true);
  const isBold = tells(bold);
  const texts = raw.map(({ first, rest }) => {
    const plain = first.replace(MARK, '').replace(CROSS, '').trim();
    const shown = isBold ? plain.replace(BOLD, '$2') : plain;
    return words.clean([shown, ...rest].join('\n'));
  });
  const marks = [ticked, signs, isBold ? bold : []].find((found) => found.includes(true)) ?? [];
  // Bold type may also be how all options look: then it tells nothing.
  const isKey = marks.includes(true) && (marks === ticked || tells(marks));
  return { texts, right: isKey ? marks.flatMap((isRight, at) => (isRight ? [at] : [])) : null };
}

const tells = (marks: readonly boolean[]): boolean => marks.includes(true) && marks.includes(false);

export interface Choice {
  readonly text: string;
  readonly isRight: boolean;
}

/**
 * null: one option stands there twice, once right and once wrong, or the right one has no words. One that is twice the same
 * is asked once, a wrong one without words not at all.
 */
export function distinct(texts: readonly string[], right: readonly number[]): readonly Choice[] | null {
  const choices = new Map<string, Choice>();
  for (const [at, text] of texts.entries()) {
    const isRight = right.includes(at);
    if (text === '' && !isRight) continue;
    const before = choices.get(text);
    if (text === '' || (before !== undefined && before.isRight !== isRight)) return null;
    choices.set(text, { text, isRight });
  }
  return [...choices.values()];
}
