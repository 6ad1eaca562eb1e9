import type { CodeLanguage } from '../../db/models/enums.ts';
import type { ParsonsBlock, ParsonsLine } from '../../db/models/exercise.ts';

/** One step of indentation, as the language's own style has it. */
const indentUnit = (language: CodeLanguage): string => (language === 'python' ? '    ' : '  ');

/** Arranged blocks as a program. */
export function linesText(blocks: readonly ParsonsBlock[], lines: readonly ParsonsLine[], language: CodeLanguage): string {
  const code = new Map(blocks.map((block) => [block.id, block.code]));
  return lines
    .flatMap(({ blockId, indent }) =>
      (code.get(blockId) ?? '').split('\n').map((line) => `${indentUnit(language).repeat(indent)}${line}`),
    )
    .join('\n');
}
