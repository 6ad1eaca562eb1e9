/** An expected failure is a value with a `type`: plain data that survives postMessage. A bug throws. */
export type Result<T, E extends { readonly type: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <E extends { readonly type: string }>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
});
