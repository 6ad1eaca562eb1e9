/** Longer answers match no pattern: what a pattern may cost grows with a power of the answer's length. */
export const PATTERN_ANSWER_LIMIT = 150;

const SOURCE_LIMIT = 200;
const COST_LIMIT = 3e7;
/** A quantifier that may repeat more often than this counts as unbounded. */
const WIDE = 16;
/** Ways to share out an answer of 150 characters among n greedy quantifiers. */
const WIDE_COST = [1, 150, 11_175, 551_300, 20_260_275];

/**
 * An author's pattern as an anchored expression; null when it is not valid, or might take exponential time on some
 * answer. Refused, to be on the safe side: a repeated group that itself holds a quantifier or a choice, back
 * references, look-around, and more than four unbounded quantifiers.
 */
export function safePattern(source: string, caseSensitive: boolean): RegExp | null {
  if (source.length > SOURCE_LIMIT || !isCheap(source)) return null;
  try {
    return new RegExp(`^(?:${source})$`, caseSensitive ? 'su' : 'isu');
  } catch {
    return null;
  }
}

interface Group {
  quantifiers: number;
  choices: number;
}

const TOKEN =
  /\\(?:k<|[1-9])|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|\)|\||(?:[*+?]|\{\d+(?:,\d*)?\})\??|./gsu;

function isCheap(source: string): boolean {
  const open: Group[] = [{ quantifiers: 0, choices: 0 }];
  let closed: Group | null = null;
  let wide = 0;
  let narrowCost = 1;
  for (const [token] of source.matchAll(TOKEN)) {
    const group = open.at(-1);
    if (group === undefined) return false;
    if (/^\\(?:k<|[1-9])/.test(token) || /^\(\?<?[=!]/.test(token)) return false;
    const most = repeatsOf(token);
    if (token.startsWith('(')) open.push({ quantifiers: 0, choices: 0 });
    else if (token === '|') {
      group.choices += 1;
      narrowCost *= 2;
    } else if (most !== null && most > 1) {
      if (closed !== null && closed.quantifiers + closed.choices > 0) return false;
      group.quantifiers += 1;
      if (most > WIDE) wide += 1;
      else narrowCost *= most + 1;
    } else if (most === 1) {
      group.quantifiers += 1;
      narrowCost *= 2;
    }
    closed = token === ')' ? (open.pop() ?? null) : null;
    const parent = open.at(-1);
    if (closed === null || parent === undefined) continue;
    parent.quantifiers += closed.quantifiers;
    parent.choices += closed.choices;
  }
  return (WIDE_COST[wide] ?? Infinity) * narrowCost <= COST_LIMIT;
}

/** The most a quantifier repeats; null when the token is none. */
function repeatsOf(token: string): number | null {
  if (/^[*+]/.test(token)) return Infinity;
  if (token === '?' || token === '??') return 1;
  const counted = /^\{(\d+)(,?)(\d*)\}/.exec(token);
  if (counted === null) return null;
  if (counted[2] === '') return Number(counted[1]);
  return counted[3] === '' ? Infinity : Number(counted[3]);
}
