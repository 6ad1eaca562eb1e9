/** Name → number. */
export type Values = ReadonlyMap<string, number>;

const FUNCTIONS: ReadonlyMap<string, (...values: number[]) => number> = new Map<string, (...values: number[]) => number>([
  ['abs', Math.abs], ['acos', Math.acos], ['acosh', Math.acosh], ['asin', Math.asin], ['asinh', Math.asinh], ['atan', Math.atan],
  ['atanh', Math.atanh], ['atan2', Math.atan2], ['ceil', Math.ceil], ['cos', Math.cos], ['cosh', Math.cosh], ['exp', Math.exp],
  ['expm1', Math.expm1], ['floor', Math.floor], ['log', Math.log], ['log10', Math.log10], ['log1p', Math.log1p], ['max', Math.max],
  ['min', Math.min], ['sin', Math.sin], ['sinh', Math.sinh], ['sqrt', Math.sqrt], ['tan', Math.tan], ['tanh', Math.tanh],
  ['pi', () => Math.PI], ['pow', Math.pow], ['fmod', (a = 0, b = 0) => a % b],
  ['deg2rad', (a = 0) => (a * Math.PI) / 180], ['rad2deg', (a = 0) => (a * 180) / Math.PI],
  ['round', (a = 0, digits = 0) => (Math.sign(a) * Math.round(Math.abs(a) * 10 ** digits)) / 10 ** digits],
]);

const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|\{([^{}]+)\}|([a-z][a-z0-9]*)|(\*\*|[-+*/%(),]))/iy;
const MOST_TOKENS = 500;

/** What a formula of a calculated question comes to, by PHP's rules; null where it is none or no finite number. */
export function valueOf(formula: string, values: Values): number | null {
  const tokens = tokensOf(formula.trim());
  if (tokens === null) return null;
  let at = 0;
  let faults = 0;
  const next = (): string => tokens[at] ?? '';
  const take = (sign: string): boolean => {
    if (next() !== sign) return false;
    at += 1;
    return true;
  };

  const sum = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = signed();
    for (;;) {
      if (take('*')) value *= signed();
      else if (take('/')) value /= signed();
      else if (take('%')) value = Math.trunc(value) % Math.trunc(signed());
      else return value;
    }
  };
  const signed = (): number => {
    if (take('-')) return -signed();
    return take('+') ? signed() : power();
  };
  const power = (): number => {
    const base = atom();
    return take('**') ? base ** signed() : base;
  };
  const atom = (): number => {
    const token = next();
    at += 1;
    if (token === '(') {
      const value = sum();
      if (!take(')')) faults += 1;
      return value;
    }
    if (/^[\d.]/.test(token)) return Number(token);
    const value = values.get(token.slice(1));
    if (token.startsWith('{') && value !== undefined) return value;
    const call = FUNCTIONS.get(token.toLowerCase());
    if (call !== undefined && take('(')) return call(...givens());
    faults += 1;
    return 0;
  };
  const givens = (): number[] => {
    const list: number[] = [];
    if (take(')')) return list;
    do list.push(sum());
    while (take(','));
    if (!take(')')) faults += 1;
    return list;
  };

  const value = sum();
  return faults > 0 || at !== tokens.length || !Number.isFinite(value) ? null : value + 0;
}

/** A name in braces keeps its first one. */
function tokensOf(formula: string): string[] | null {
  const tokens: string[] = [];
  const find = new RegExp(TOKEN);
  while (find.lastIndex < formula.length) {
    const match = find.exec(formula);
    if (match === null || tokens.length > MOST_TOKENS) return null;
    const [, number, name, word, sign] = match;
    tokens.push(number ?? (name === undefined ? (word ?? sign ?? '') : `{${name}`));
  }
  return tokens;
}
