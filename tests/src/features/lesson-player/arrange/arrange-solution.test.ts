import { describe, expect, it } from 'vitest';
import { markParsons } from '../../../../../src/core/grading/parsons.ts';
import { puzzleOf } from '../../../../../src/features/lesson-player/arrange/arrange-solution.ts';
import { linesText } from '../../../../../src/core/parsons-text.ts';
import { piecesOf } from '../../../../../src/features/lesson-player/arrange/puzzle.tsx';
import { bundledCourses } from '../../../../e2e/courses.ts';
import { code } from '../exercises.ts';

const of = (language: 'python' | 'javascript', text: string) =>
  puzzleOf({ ...code, language, answerKey: { files: { main: text } }, starter: { files: { main: '' }, entry: 'main' } });

describe('a solution to be arranged', () => {
  it('is its lines without comments and blank ones, in Python with their depth', () => {
    const puzzle = of('python', '# Sum\ndef f(xs):\n    total = 0\n\n    for x in xs:\n        total += x\n    return total\n');
    expect(puzzle?.options.map((block) => block.code)).toEqual(['def f(xs):', 'total = 0', 'for x in xs:', 'total += x', 'return total']);
    expect(puzzle?.answerKey.orders[0]?.map(({ indent }) => indent)).toEqual([0, 1, 1, 2, 1]);
    expect(puzzle?.answerKey.indented).toBe(true);
  });

  it('does not ask for depth where the language does not', () => {
    const puzzle = of('javascript', 'function f() {\n  // why\n  return 1;\n}\n');
    expect(puzzle?.answerKey).toEqual({ orders: [['line-1', 'line-2', 'line-3'].map((blockId) => ({ blockId, indent: 0 }))], indented: false });
  });

  it('is none where there is too little, too much, more than one file, or a text over several lines', () => {
    expect(of('python', 'x = 1\ny = 2\n')).toBeNull();
    expect(of('python', 'x = 1\n'.repeat(19))).toBeNull();
    expect(of('python', 'x = """a\nb"""\ny = 1\nz = 2\n')).toBeNull();
    const files = { a: '1\n2\n3\n', b: '1\n2\n3\n' };
    expect(puzzleOf({ ...code, answerKey: { files }, starter: { files: { a: '', b: '' }, entry: 'a' } })).toBeNull();
    expect(puzzleOf({ ...code, answerKey: { files }, starter: { files: { a: '', b: files.b }, entry: 'a' } })).not.toBeNull();
  });

  it('is right as the author wrote it, of every bundled exercise; it never lies there solved', () => {
    const exercises = bundledCourses().flatMap((course) => course.exercises);
    const puzzles = exercises.flatMap((exercise) => {
      const puzzle = exercise.type === 'CODE_COMPLETION' ? puzzleOf({ ...exercise, createdAt: 0, updatedAt: 0 }) : null;
      return puzzle === null ? [] : [puzzle];
    });
    expect(puzzles.length).toBeGreaterThan(0);
    for (const puzzle of puzzles) {
      const [order = []] = puzzle.answerKey.orders;
      expect(markParsons(puzzle, order).isRight).toBe(true);
      expect(piecesOf(puzzle).map(({ id }) => id)).not.toEqual(order.map(({ blockId }) => blockId));
      expect(linesText(puzzle.options, order, puzzle.language).split('\n')).toHaveLength(order.length);
    }
  });
});
