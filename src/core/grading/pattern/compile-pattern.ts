import { parsePattern, type Node } from './parse-pattern.ts';

/** An author's regular expression, ready to be tried. */
export interface Pattern {
  /** Whether it matches the whole text. Longer texts than `LONGEST_ANSWER` match nothing. */
  matches(text: string): boolean;
}

/** Characters. */
export const LONGEST_ANSWER = 500;
const LONGEST_SOURCE = 500;
/** With repetitions written out. */
const MOST_STATES = 1_000;

/** Where the match may stand. `one` and `edge` lead to `next`, `fork` to each of `to`. */
type State =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'edge'; readonly sign: string; readonly next: number }
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  | { readonly kind: 'end' };

/**
 * Compiles a pattern into states, through which a text is led one character at a time, at all places it may be at once:
 * nothing is ever tried again. So the time has a limit that no pattern and no answer can pass, 500 characters times
 * 1,000 states, some 50 ms. null where the pattern is not valid, uses what needs going back (references to groups, looking around),
 * or grows beyond that.
 */
export function compilePattern(source: string, caseSensitive: boolean): Pattern | null {
  if (source.length > LONGEST_SOURCE) return null;
  try {
    // As JavaScript has it, so that every class and escape means what authors expect.
    new RegExp(source, 'su');
  } catch {
    return null;
  }
  const node = parsePattern(source, caseSensitive);
  const states: State[] = [{ kind: 'end' }];
  const start = node === null ? null : laidOut(node, 0, states);
  return start === null ? null : { matches: (text) => text.length <= LONGEST_ANSWER && run(states, start, text) };
}

/** Adds the states of a node that lead on to `next`; the first of them, or null where there are too many. */
function laidOut(node: Node, next: number, states: State[]): number | null {
  if (states.length > MOST_STATES) return null;
  switch (node.kind) {
    case 'one':
      return states.push({ ...node, next }) - 1;
    case 'edge':
      return states.push({ ...node, next }) - 1;
    case 'all':
      return node.nodes.reduceRight<number | null>((to, one) => (to === null ? null : laidOut(one, to, states)), next);
    case 'any': {
      const to = node.nodes.map((one) => laidOut(one, next, states));
      return to.every((one) => one !== null) ? states.push({ kind: 'fork', to }) - 1 : null;
    }
    case 'repeat':
      return repeated(node, next, states);
  }
}

function repeated({ node, least, most }: Extract<Node, { kind: 'repeat' }>, next: number, states: State[]): number | null {
  if (Math.max(least, most === Infinity ? 0 : most) > MOST_STATES) return null;
  let to: number | null = next;
  if (most === Infinity) {
    const loop: number[] = [next];
    const fork = states.push({ kind: 'fork', to: loop }) - 1;
    const again = laidOut(node, fork, states);
    if (again === null) return null;
    loop.push(again);
    to = fork;
  } else {
    for (let i = least; i < most && to !== null; i += 1) {
      const once = laidOut(node, to, states);
      to = once === null ? null : states.push({ kind: 'fork', to: [once, next] }) - 1;
    }
  }
  for (let i = 0; i < least && to !== null; i += 1) to = laidOut(node, to, states);
  return to;
}

function run(states: readonly State[], start: number, text: string): boolean {
  const characters = Array.from(text);
  let here = reached(states, [start], characters, 0);
  for (const [i, character] of characters.entries()) {
    if (here.size === 0) return false;
    const onward: number[] = [];
    for (const at of here) {
      const state = states[at];
      if (state?.kind === 'one' && state.test(character)) onward.push(state.next);
    }
    here = reached(states, onward, characters, i + 1);
  }
  return here.has(0);
}

/** All states that are reached without reading on. */
function reached(states: readonly State[], from: readonly number[], characters: readonly string[], place: number): Set<number> {
  const here = new Set(from);
  for (const at of here) {
    const state = states[at];
    if (state?.kind === 'fork') for (const to of state.to) here.add(to);
    if (state?.kind === 'edge' && isEdge(state.sign, characters, place)) here.add(state.next);
  }
  return here;
}

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);

function isEdge(sign: string, characters: readonly string[], place: number): boolean {
  if (sign === '^') return place === 0;
  if (sign === '$') return place === characters.length;
  return (isWord(characters[place - 1]) !== isWord(characters[place])) === (sign === '\\b');
}
