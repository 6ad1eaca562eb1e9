import { cut, trimmed, type Span } from './span.ts';
import { truthOf } from './true-false.ts';

/** A pair of braces. */
export interface Group {
  /** Where the `{` stands. */
  readonly from: number;
  /** Where the words between them end. */
  readonly end: number;
  /** Behind the `}`. */
  readonly to: number;
}

/** In one block; one with more is no question. */
const MOST_BRACES = 20_000;

interface Groups {
  /** Not those within others. */
  readonly groups: readonly Group[];
  readonly notes: readonly string[];
  /** Why nothing can be made of the braces; null where something can. */
  readonly problem: string | null;
}

export function groupsOf(span: Span): Groups {
  const count = span.mask.length - span.mask.replace(/[{}]/g, '').length;
  if (count > MOST_BRACES) return { groups: [], notes: [], problem: 'expected fewer braces, or a blank line between questions' };
  const groups: Group[] = [];
  const closing: number[] = [];
  const inner: number[] = [];
  let depth = 0;
  let from = -1;
  let stray = -1;
  for (const { 0: brace, index } of span.mask.matchAll(/[{}]/g)) {
    if (brace === '{') {
      if (depth === 0) from = index;
      else inner.push(index);
      depth += 1;
    } else if (depth === 0) stray = index;
    else {
      depth -= 1;
      closing.push(index);
      if (depth === 0) groups.push({ from, end: index, to: index + 1 });
    }
  }
  const nested = inner.length > 0 ? ['braces without a `\\` before them were taken as words'] : [];
  if (stray >= 0) return withStray(span, groups, stray, nested);
  if (depth === 0) return { groups, notes: nested, problem: null };
  return withOpen(span, { groups, from, inner: inner.filter((at) => at > from), closing: closing.filter((at) => at > from) });
}

/** Begins as answers do; empty braces are an essay's. */
export const isAnswers = (span: Span, { from, end }: Group): boolean => {
  const inside = trimmed(cut(span, from + 1, end));
  return /^(?:$|[=~#])/.test(inside.mask) || truthOf(inside) !== null;
};

function withStray({ mask }: Span, groups: readonly Group[], stray: number, notes: readonly string[]): Groups {
  const last = groups.at(-1);
  if (last === undefined) return { groups, notes, problem: 'expected a `{` before the `}`' };
  // The last brace too many is dropped where it stands right behind the others.
  if (mask.slice(last.to).trim() !== '}') return { groups, notes, problem: 'expected a `{` for every `}`' };
  const whole = groups.map((group) => (group === last ? { ...group, to: stray + 1 } : group));
  return { groups: whole, notes: [...notes, 'one `}` too many was left out'], problem: null };
}

/** A `{` that stays open: it stands in the words of an answer, or the `}` at the very end was forgotten. */
function withOpen(
  span: Span,
  { groups, from, inner, closing }: { groups: readonly Group[]; from: number; inner: readonly number[]; closing: readonly number[] },
): Groups {
  const [only, ...more] = closing;
  const isWord = inner.every((at) => !/^\{\s*(?:[=~#}]|T|F)/.test(span.mask.slice(at, at + 20)));
  if (only !== undefined && more.length === 0 && inner.length === 1 && isWord) {
    return { groups: [...groups, { from, end: only, to: only + 1 }], notes: ['a `{` without a `\\` before it was taken as a word'], problem: null };
  }
  const rest = trimmed(cut(span, from + 1));
  if (closing.length === 0 && inner.length === 0 && rest.mask !== '' && (/^[=~#]/.test(rest.mask) || truthOf(rest) !== null)) {
    const closed = { from, end: span.text.length, to: span.text.length };
    return { groups: [...groups, closed], notes: ['the `}` at the end was missing'], problem: null };
  }
  return { groups, notes: [], problem: 'expected a `}` for every `{`' };
}
