import type { CodeLanguage } from '../../../db/models/enums.ts';

/** Strings and comments, so that a `#` inside a string is no comment. */
const PYTHON = /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;
const JAVASCRIPT = /`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Whether two programs differ in nothing but comments, blank lines and spaces. Python's indentation counts by depth. */
export const isSameCode = (language: CodeLanguage, a: string, b: string): boolean =>
  skeleton(language, a) === skeleton(language, b);

function skeleton(language: CodeLanguage, code: string): string {
  const kept: string[] = [];
  // Strings stand aside while spaces are folded around them.
  const bare = code
    .replace(/\r\n?/g, '\n')
    .replace(language === 'python' ? PYTHON : JAVASCRIPT, (part) =>
      /^(?:#|\/\/|\/\*)/.test(part) ? '' : `\u0000${kept.push(part) - 1}\u0000`,
    );
  const lines = bare.split('\n').filter((line) => line.trim() !== '');
  const depths = [...new Set(lines.map(indentOf))].sort((a, b) => a - b);
  const folded = lines.map((line) => {
    const depth = language === 'python' ? depths.indexOf(indentOf(line)) : 0;
    return `${depth} ${foldSpaces(line)}`;
  });
  return folded.join('\n').replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '');
}

const indentOf = (line: string): number => (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;

/** One space between two words, none beside anything else. */
const foldSpaces = (line: string): string =>
  line.trim().replace(/(\S)\s+(?=(\S))/g, (_, before: string, after: string) =>
    /[\w$\u0000]/.test(before) && /[\w$\u0000]/.test(after) ? `${before} ` : before,
  );
