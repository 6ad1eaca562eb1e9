/** Checks of values read from anywhere: a form, a pack, a backup. Small enough to need no library. */

export interface Fault {
  readonly path: string;
  readonly value: unknown;
  readonly reason: 'missing' | (string & {});
}
/** Says what is wrong with a value, or null. `R` is what a value is that it lets through; it never exists. */
export interface Check<R = unknown> {
  (value: unknown, path: string): Fault | null;
  readonly lets?: R;
}

type Plain = Readonly<Record<string, unknown>>;
const isMissing = (value: unknown): boolean => value === undefined || value === null;
const isPlain = (value: unknown): value is Plain =>
  Object.prototype.toString.call(value) === '[object Object]';

/** A check that a value, where it is there at all, satisfies `holds`. */
export const that =
  (reason: string, holds: (value: unknown) => boolean): Check<never> =>
  (value, path) => {
    if (isMissing(value)) return { path, value, reason: 'missing' };
    return holds(value) ? null : { path, value, reason };
  };

export const text = that('must be text', (v) => typeof v === 'string');
export const words = that('must be text that is not empty', (v) => typeof v === 'string' && v.trim() !== '');
export const flag = that('must be true or false', (v) => typeof v === 'boolean');
export const number = that('must be a finite number', (v) => Number.isFinite(v));
export const whole = that('must be a whole number', (v) => Number.isSafeInteger(v));
export const count = that('must be a whole number, 0 or more', (v) => Number.isSafeInteger(v) && (v as number) >= 0);
export const time = that('must be a time in ms since the epoch', (v) => Number.isFinite(v));
export const between = (low: number, high: number): Check<never> =>
  that(`must be a number from ${low} to ${high}`, (v) => typeof v === 'number' && v >= low && v <= high);
export const textOfAtMost = (bytes: number): Check<never> =>
  that(`must be text of at most ${bytes} bytes`, (v) => typeof v === 'string' && new TextEncoder().encode(v).length <= bytes);

/** One of the values of an enum, which lists them as `{ NAME: 'NAME' }`. */
export const oneOf = (values: Readonly<Record<string, string>>): Check<never> =>
  that(`must be one of ${Object.values(values).join(', ')}`, (v) => Object.values(values).includes(v as string));
export const exactly = (expected: string | number): Check<never> => that(`must be ${expected}`, (v) => v === expected);
export const nothing: Check<never> = (value, path) => {
  if (value === undefined) return { path, value, reason: 'missing' };
  return value === null ? null : { path, value, reason: 'must be null' };
};

/** null, or what `check` lets through; leaving the field out is still an error. */
export const nullable =
  (check: Check): Check<never> =>
  (value, path) =>
    value === null ? null : check(value, path);

export const listOf =
  (check: Check, atLeast = 0): Check<never> =>
  (value, path) => {
    if (isMissing(value)) return { path, value, reason: 'missing' };
    if (!Array.isArray(value)) return { path, value, reason: 'must be a list' };
    if (value.length < atLeast) return { path, value, reason: `must have at least ${atLeast} entries` };
    return first(value.map((item, i) => () => check(item, `${path}[${i}]`)));
  };

/** An object from names of the learner's or author's own to values of one kind. */
export const mapOf =
  (check: Check): Check<never> =>
  (value, path) => {
    if (isMissing(value)) return { path, value, reason: 'missing' };
    if (!isPlain(value)) return { path, value, reason: 'must be an object' };
    return first(Object.entries(value).map(([key, item]) => () => check(item, join(path, key))));
  };

/** An object with exactly these fields: the compiler asks for every field of the model `R`. */
export const fields =
  <R extends object>(checks: { readonly [K in keyof R]-?: Check }): Check<R> =>
  (value, path) => {
    if (isMissing(value)) return { path, value, reason: 'missing' };
    if (!isPlain(value)) return { path, value, reason: 'must be an object' };
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(checks, key));
    if (unknown !== undefined) return { path: join(path, unknown), value: value[unknown], reason: 'is no known field' };
    return first(Object.entries<Check>(checks).map(([key, check]) => () => check(value[key], join(path, key))));
  };

/** A discriminated union: the value of `tag` chooses the check. */
export const variants =
  (tag: string, checks: Readonly<Record<string, Check>>): Check<never> =>
  (value, path) => {
    if (isMissing(value)) return { path, value, reason: 'missing' };
    if (!isPlain(value)) return { path, value, reason: 'must be an object' };
    const kind = value[tag];
    const check = typeof kind === 'string' && Object.hasOwn(checks, kind) ? checks[kind] : undefined;
    if (check !== undefined) return check(value, path);
    const reason = isMissing(kind) ? 'missing' : `must be one of ${Object.keys(checks).join(', ')}`;
    return { path: join(path, tag), value: kind, reason };
  };

/** `check`, and then a condition on what it let through; `field` is what it blames, '' the value itself. */
export const also =
  <R>(check: Check<R>, field: string, reason: string, holds: (value: R) => boolean): Check<R> =>
  (value, path) => {
    const fault = check(value, path);
    if (fault !== null) return fault;
    return holds(value as R) ? null : { path: join(path, field), value: field === '' ? value : (value as Plain)[field], reason };
  };

/** Data that survives JSON. */
export const json: Check<never> = (value, path) => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return null;
  if (Array.isArray(value)) return listOf(json)(value, path);
  if (value === undefined) return { path, value, reason: 'missing' };
  return isPlain(value) ? mapOf(json)(value, path) : { path, value, reason: 'must be plain data' };
};

const join = (path: string, key: string): string => (path === '' || key === '' ? path + key : `${path}.${key}`);

function first(checks: readonly (() => Fault | null)[]): Fault | null {
  for (const check of checks) {
    const fault = check();
    if (fault !== null) return fault;
  }
  return null;
}
