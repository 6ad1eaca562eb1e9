import type { CodeLanguage } from '../../../db/models/enums.ts';

/** Strings and comments, so that a `#` inside a string is no comment. */
const PYTHON = /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;
const JAVASCRIPT = /`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Whether two programs differ in nothing but comments, blank lines and spaces. Python's indentation counts by depth. */
export const isSameCode = (language: CodeLanguage, a: string, b: string): boolean => {
  const [one, other] = [skeleton(language, a), skeleton(language, b)];
  return one.lines === other.lines && one.strings.join('\n') === other.strings.join('\n');
};

/**
 * Whether they differ in no more than that, the kind of quotes, semicolons at the ends of lines, and what they call things of
 * their own. `given`: names that mean the same to both, as those that a test calls.
 */
export function isSameButNames(language: CodeLanguage, a: string, b: string, given: ReadonlySet<string>): boolean {
  const [one, other] = [wordsOf(language, a), wordsOf(language, b)];
  if (one.length !== other.length) return false;
  const [ownA, ownB] = [ownNames(a), ownNames(b)];
  const [there, back] = [new Map<string, string>(), new Map<string, string>()];
  return one.every((word, i) => {
    const counterpart = other[i] ?? '';
    const isOwn = ownA.has(word) && ownB.has(counterpart) && !given.has(word) && !given.has(counterpart);
    if (!isOwn) return word === counterpart && !back.has(word) && !there.has(word);
    if (!there.has(word)) there.set(word, counterpart);
    if (!back.has(counterpart)) back.set(counterpart, word);
    return there.get(word) === counterpart && back.get(counterpart) === word;
  });
}

/** What a program itself gives a name to: a value, a parameter, a thing it goes through. Rather one too many: it only has to fit. */
const NAMED = /([A-Za-z_$][\w$]*)\s*(?:[-+*/%]|\*\*|\/\/)?=(?![=>])|\bfor\s*\(?\s*(?:const |let |var )?([A-Za-z_$][\w$]*)|\b(?:def|function)\b[^(]*\(([^)]*)\)|\(([^()]*)\)\s*=>|([A-Za-z_$][\w$]*)\s*=>/g;

function ownNames(code: string): Set<string> {
  const found = [...code.matchAll(NAMED)].flatMap(([, ...groups]) => groups as (string | undefined)[]);
  return new Set(found.flatMap((names) => names?.match(/[A-Za-z_$][\w$]*/g) ?? []));
}

/** Its words and signs in order; of a string with code in it (an f-string, a template) the words of that code too. */
function wordsOf(language: CodeLanguage, code: string): string[] {
  const { lines, strings } = skeleton(language, code);
  const bare = language === 'python' ? lines : lines.replace(/;+$/gm, '');
  return (bare.match(/\u0000\d+\u0000|[A-Za-z_$][\w$]*|\n\d+ |./g) ?? []).flatMap((word, i, all) => {
    const string = word.startsWith('\u0000') ? strings[Number(word.slice(1, -1))] : undefined;
    if (string === undefined) return [word];
    const hasCode = string.startsWith('`') || /^[fF]$/.test(all[i - 1] ?? '');
    const plain = string.replace(/^(["'])([^"'\\]*)\1$/, '"$2"');
    return hasCode ? plain.split(/(\{[^{}]*\})/).flatMap((part) => (part.startsWith('{') ? (part.match(/[A-Za-z_$][\w$]*|./g) ?? []) : [part])) : [plain];
  });
}

interface Skeleton {
  /** Each behind its depth; a string stands as its number between two U+0000. */
  readonly lines: string;
  readonly strings: readonly string[];
}

function skeleton(language: CodeLanguage, code: string): Skeleton {
  const strings: string[] = [];
  // Strings stand aside while spaces are folded around them.
  const bare = code
    .replace(/\r\n?/g, '\n')
    .replace(language === 'python' ? PYTHON : JAVASCRIPT, (part) =>
      /^(?:#|\/\/|\/\*)/.test(part) ? '' : `\u0000${strings.push(part) - 1}\u0000`,
    );
  const lines = bare.split('\n').filter((line) => line.trim() !== '');
  const depths = [...new Set(lines.map(indentOf))].sort((a, b) => a - b);
  const folded = lines.map((line) => {
    const depth = language === 'python' ? depths.indexOf(indentOf(line)) : 0;
    return `${depth} ${foldSpaces(line)}`;
  });
  return { lines: folded.join('\n'), strings };
}

const indentOf = (line: string): number => (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;

/** One space between two words, none beside anything else. */
const foldSpaces = (line: string): string =>
  line.trim().replace(/(\S)\s+(?=(\S))/g, (_, before: string, after: string) =>
    /[\w$\u0000]/.test(before) && /[\w$\u0000]/.test(after) ? `${before} ` : before,
  );
