/** A pattern taken apart. What is not `one` or `edge` is made of others. */
export type Node =
  /** One character (a code point) that passes the test. */
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  /** `^`, `$`, `\b`, `\B`. */
  | { readonly kind: 'edge'; readonly sign: string }
  | { readonly kind: 'all'; readonly nodes: readonly Node[] }
  | { readonly kind: 'any'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number };

const CLASS = String.raw`\[(?:\\[^]|[^\]\\])*\]`;
const ESCAPE = String.raw`\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[^])`;
const TOKEN = new RegExp(
  String.raw`${CLASS}|${ESCAPE}|\((?:\?(?::|<?[=!]|<[A-Za-z_$][\w$]*>))?|[)|^$]|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]`,
  'gu',
);

/**
 * Takes a valid regular expression apart (flags `su`, and `i` where case does not matter); null where it uses what
 * cannot be matched without going back: references to groups, and looking around.
 */
export function parsePattern(source: string, caseSensitive: boolean): Node | null {
  const flags = caseSensitive ? 'su' : 'isu';
  const tokens = source.match(TOKEN) ?? [];
  let at = 0;

  const choice = (): Node | null => {
    const nodes: Node[] = [];
    do {
      const node = sequence();
      if (node === null) return null;
      nodes.push(node);
    } while (tokens[at++] === '|');
    at -= 1;
    return nodes.length === 1 ? (nodes[0] ?? null) : { kind: 'any', nodes };
  };

  const sequence = (): Node | null => {
    const nodes: Node[] = [];
    for (let token = tokens[at]; token !== undefined && token !== '|' && token !== ')'; token = tokens[at]) {
      const node = atom(token);
      if (node === null) return null;
      nodes.push(repeated(node));
    }
    return { kind: 'all', nodes };
  };

  const atom = (token: string): Node | null => {
    at += 1;
    if (token.startsWith('(')) {
      if (/^\(\?<?[=!]/.test(token)) return null;
      const inner = choice();
      at += 1;
      return inner;
    }
    if (/^(?:[$^]|\\[bB])$/.test(token)) return { kind: 'edge', sign: token };
    return /^\\(?:[1-9]|k$)/.test(token) ? null : { kind: 'one', test: testOf(token, flags) };
  };

  const repeated = (node: Node): Node => {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??$/.exec(tokens[at] ?? '');
    if (found === null) return node;
    at += 1;
    const [, sign, least = '0', comma, most = ''] = found;
    if (sign !== undefined) return { kind: 'repeat', node, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    const upper = comma === '' ? Number(least) : most === '' ? Infinity : Number(most);
    return { kind: 'repeat', node, least: Number(least), most: upper };
  };

  const whole = choice();
  return at < tokens.length ? null : whole;
}

/** The engine's own reading of one character, remembered: it knows classes, escapes and letter case best. */
function testOf(token: string, flags: string): (character: string) => boolean {
  const one = new RegExp(`^(?:${token})$`, flags);
  const known = new Map<string, boolean>();
  return (character) => {
    const seen = known.get(character) ?? one.test(character);
    known.set(character, seen);
    return seen;
  };
}
