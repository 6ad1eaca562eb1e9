import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { ParsonsLine } from '../../../db/models/exercise.ts';
import type { SourceOf } from './exercise-shapes.ts';

type Arrangement = SourceOf<'PARSONS' | 'FILL_BLANKS' | 'MATCHING' | 'ORDERING'>;

/** What is arranged, and how it is right. */
export function arrangementParts(source: Arrangement, courseLanguage: CodeLanguage) {
  switch (source.type) {
    case 'PARSONS':
      return parsonsParts(source, courseLanguage);
    case 'FILL_BLANKS':
      return blanksParts(source);
    case 'MATCHING':
      return matchingParts(source);
    case 'ORDERING':
      return orderingParts(source);
  }
}

/** `add` or `add@1`: a block, and its depth. */
export function lineOf(written: string): ParsonsLine {
  const [blockId = '', indent = '0'] = written.split('@');
  return { blockId, indent: Number(indent) };
}

function parsonsParts({ type, language, blocks, orders, indented }: SourceOf<'PARSONS'>, courseLanguage: CodeLanguage) {
  const spoken = language ?? courseLanguage;
  return {
    type,
    language: spoken,
    options: blocks.map(({ id, code }) => ({ id, code: code.trim() })),
    answerKey: { orders: orders.map((order) => order.map(lineOf)), indented: indented ?? spoken === 'python' },
  };
}

/** Case matters in code, and in prose only where the author says so. */
function blanksParts({ type, text, language, blanks }: SourceOf<'FILL_BLANKS'>) {
  const isCode = language !== undefined;
  return {
    type,
    options: { text: text.trimEnd(), language: language ?? null },
    answerKey: {
      blanks: blanks.map(({ id, accept: accepted, patterns, caseSensitive = isCode, choices = null }) => ({
        ...{ id, accepted, patterns, caseSensitive, choices },
      })),
    },
  };
}

function matchingParts({ type, left, right }: SourceOf<'MATCHING'>) {
  return {
    type,
    options: { left: left.map(itemOf), right: right.map(itemOf) },
    answerKey: { pairs: Object.fromEntries(left.map(({ id, match }) => [id, match])) },
  };
}

function orderingParts({ type, items, orders }: SourceOf<'ORDERING'>) {
  return {
    type,
    options: items.map(itemOf),
    answerKey: { orders: orders ?? [items.map(({ id }) => id)] },
  };
}

const itemOf = ({ id, text }: { readonly id: string; readonly text: string }) => ({ id, text: text.trim() });
