/** Small checks on what came out of JSON. */

export const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

export const isString = (raw: unknown): raw is string => typeof raw === 'string';

/** A line number, from 1. */
export const isLine = (raw: unknown): raw is number => Number.isSafeInteger(raw) && (raw as number) > 0;

/** Undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
