/** Fetches at the first call; every later call gets the same. What could not be fetched this time may be there the next. */
export function fetchOnce<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | null = null;
  return () => {
    fetched ??= fetch();
    fetched.catch(() => (fetched = null));
    return fetched;
  };
}
