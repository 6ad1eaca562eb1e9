import { partnerOf } from './brackets.ts';
import { endsValue, tokensOf, type Token } from './tokens.ts';

/** A stretch of tokens: `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What stands there, as the learner wrote it, on one line. */
export function textOf(lines: readonly string[], { from, to }: Stretch): string {
  const tokens = tokensOf(lines);
  const start = tokens[from]?.from;
  const end = tokens[to - 1]?.to;
  return start === undefined || end === undefined ? '' : lines.join('\n').slice(start, end).replace(/\s+/g, ' ');
}

/** The value that ends before the token at `end`: `a.b[0](c)`, back to where it begins. */
export function chainBefore(tokens: readonly Token[], end: number): Stretch {
  let from = end;
  for (;;) {
    const last = tokens[from - 1];
    if (!endsValue(last) || last === undefined) break;
    if (last.text === ')' || last.text === ']') {
      const open = partnerOf(tokens, from - 1);
      if (open === -1) break;
      from = open;
      // A call or an index of what stands before; else only brackets around a value.
      if (endsValue(tokens[from - 1]) && tokens[from - 1]?.text !== '}') continue;
    } else if (last.text === '}') {
      const open = partnerOf(tokens, from - 1);
      from = open === -1 ? from : open;
      break;
    } else from -= 1;
    const point = tokens[from - 1]?.text;
    if (point !== '.' && point !== '?.') break;
    from -= 1;
  }
  if (tokens[from - 1]?.text === 'new') from -= 1;
  return { from, to: end };
}

/** A use of a property: `object.name`, `object[name]`. */
export interface PropertyUse {
  readonly object: Stretch;
  /** Index of the name's token, or of the bracket. */
  readonly at: number;
}

/** Where a line uses this property of something. By a bracket too, when the name does not stand there. */
export function usesOfProperty(lines: readonly string[], line: number, name: string): PropertyUse[] {
  const tokens = tokensOf(lines);
  const found = tokens.flatMap((token, at): PropertyUse[] =>
    token.line === line && token.text === name && ['.', '?.'].includes(tokens[at - 1]?.text ?? '')
      ? [{ object: chainBefore(tokens, at - 1), at }]
      : [],
  );
  if (found.length > 0) return found;
  return tokens.flatMap((token, at): PropertyUse[] => {
    const isIndex = token.line === line && token.text === '[' && endsValue(tokens[at - 1]) && tokens[at - 1]?.text !== '}';
    const inner = tokens[at + 1];
    const fits = inner?.kind === 'name' || inner?.text.replace(/^['"]|['"]$/g, '') === name || tokens[at + 2]?.text !== ']';
    return isIndex && fits ? [{ object: chainBefore(tokens, at), at }] : [];
  });
}

/** A value taken apart: what its last step is. */
export type Shape =
  | { readonly kind: 'this' }
  | { readonly kind: 'name'; readonly name: string }
  /** `object.name` */
  | { readonly kind: 'property'; readonly object: Stretch; readonly name: string }
  /** `object[…]` */
  | { readonly kind: 'index'; readonly object: Stretch; readonly index: Stretch }
  /** `callee(…)`; `name` is its last word, `object` what it is a method of. */
  | { readonly kind: 'call'; readonly name: string; readonly object: Stretch | null; readonly args: Stretch; readonly isNew: boolean }
  | { readonly kind: 'other' };

export function shapeOf(tokens: readonly Token[], { from, to }: Stretch): Shape {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined) return { kind: 'other' };
  if (first.text === 'await') return shapeOf(tokens, { from: from + 1, to });
  if (first.text === '(' && partnerOf(tokens, from) === to - 1) return shapeOf(tokens, { from: from + 1, to: to - 1 });
  const chain = chainBefore(tokens, to);
  if (chain.from !== from) return { kind: 'other' };
  if (to - from === 1) return last.text === 'this' ? { kind: 'this' } : last.kind === 'name' ? { kind: 'name', name: last.text } : { kind: 'other' };
  if (last.text === ')' || last.text === ']') {
    const open = partnerOf(tokens, to - 1);
    if (open <= from) return { kind: 'other' };
    const inside = { from: open + 1, to: to - 1 };
    if (last.text === ']') return { kind: 'index', object: { from, to: open }, index: inside };
    const isMethod = ['.', '?.'].includes(tokens[open - 2]?.text ?? '');
    const isNew = first.text === 'new';
    const object = isMethod ? { from: isNew ? from + 1 : from, to: open - 2 } : null;
    const name = tokens[open - 1]?.kind === 'name' ? (tokens[open - 1]?.text ?? '') : '';
    return { kind: 'call', name, object, args: inside, isNew };
  }
  const isProperty = last.kind === 'name' && ['.', '?.'].includes(tokens[to - 2]?.text ?? '');
  return isProperty ? { kind: 'property', object: { from, to: to - 2 }, name: last.text } : { kind: 'other' };
}
