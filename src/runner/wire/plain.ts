/** Small checks on what came out of JSON. */

export const isString = (raw: unknown): raw is string => typeof raw === 'string';

/** A line number, from 1. */
export const isLine = (raw: unknown): raw is number => Number.isSafeInteger(raw) && (raw as number) > 0;
