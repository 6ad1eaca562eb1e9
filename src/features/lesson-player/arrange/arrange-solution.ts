import type { CodeExercise, ParsonsBlock, ParsonsExercise, ParsonsLine } from '../../../../db/models/exercise.ts';

/** Fewer lines are no puzzle, more of them a chore. */
const FEWEST = 3;
const MOST = 18;
const COMMENT = { python: /^#/, javascript: /^(?:\/\/|\/?\*)/, typescript: /^(?:\/\/|\/?\*)/ } as const;

/** What an arrange-it needs to be shown and judged. */
export type Puzzle = Pick<ParsonsExercise, 'id' | 'language' | 'options' | 'answerKey'>;

/**
 * The author's solution as lines to arrange; null where it does not suit: it spreads over several files, or has too
 * few or too many lines. Comments and blank lines stay out; how deep a line stands counts in Python alone.
 */
export function puzzleOf({ id, language, answerKey, starter }: CodeExercise): Puzzle | null {
  const written = Object.entries(answerKey.files).filter(([name, text]) => starter.files[name] !== text);
  const [file] = written;
  if (file === undefined || written.length > 1) return null;
  const lines = file[1].split(/\r?\n/).filter((line) => line.trim() !== '' && !COMMENT[language].test(line.trim()));
  if (lines.length < FEWEST || lines.length > MOST || /'''|"""|`[^`]*\n/.test(file[1])) return null;
  const depths = [...new Set(lines.map(depthOf))].sort((a, b) => a - b);
  const isPython = language === 'python';
  const options = lines.map((line, index): ParsonsBlock => ({ id: `line-${index + 1}`, code: line.trim() }));
  const order = options.map(
    (block, index): ParsonsLine => ({ blockId: block.id, indent: isPython ? depths.indexOf(depthOf(lines[index] ?? '')) : 0 }),
  );
  return { id: `${id}/arranged`, language, options, answerKey: { orders: [order], indented: isPython } };
}

const depthOf = (line: string): number => (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
