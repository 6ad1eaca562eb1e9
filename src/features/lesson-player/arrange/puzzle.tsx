import type { ReactNode } from 'react';
import type { ParsonsLine } from '../../../../db/models/exercise.ts';
import { CodeWords } from '../../../ui/code-words.tsx';
import type { Arrangement, Limits } from './arrangement.ts';
import type { Puzzle } from './arrange-solution.ts';
import { stableShuffle } from './stable-shuffle.ts';

/** One may always indent a little deeper than is right, but not without end. */
const DEEPEST = 8;

export interface PuzzlePiece {
  readonly id: string;
  readonly name: string;
  readonly content: ReactNode;
}

/** The blocks as they lie there at first: shuffled, and in no right order. */
export function piecesOf({ id, options, answerKey, language }: Puzzle): readonly PuzzlePiece[] {
  const isGiven = (order: typeof options): boolean =>
    answerKey.orders.some((lines) => isInOrder(lines.map(({ blockId }) => blockId), order.map((block) => block.id)));
  return stableShuffle(options, id, isGiven).map((block) => ({
    id: block.id,
    name: block.code,
    content: <CodeWords code={block.code} language={language} />,
  }));
}

export function limitsOf({ answerKey: { orders, indented } }: Puzzle): Limits {
  const deepest = Math.max(0, ...orders.flatMap((lines) => lines.map(({ indent }) => indent)));
  return { hasSpare: true, maxIndent: indented ? Math.min(DEEPEST, deepest + 1) : 0 };
}

export const placedFrom = (lines: readonly ParsonsLine[]): Arrangement => lines.map(({ blockId, indent }) => ({ id: blockId, indent }));
export const linesFrom = (placed: Arrangement): readonly ParsonsLine[] => placed.map(({ id, indent }) => ({ blockId: id, indent }));

/** Whether the blocks of `right` lie in that order among all of `order`. */
const isInOrder = (right: readonly string[], order: readonly string[]): boolean =>
  order.filter((id) => right.includes(id)).every((id, index) => id === right[index]);
