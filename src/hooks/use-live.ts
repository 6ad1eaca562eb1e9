import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';

export type Live<T> = { readonly state: 'loading' } | { readonly state: 'ready'; readonly value: T };

interface Question<T> {
  readonly query: () => Promise<T>;
  readonly inputs: readonly unknown[];
}
/** What came of it. */
interface Answer<T> {
  readonly to: Question<T>;
  readonly live: Live<T> | { readonly state: 'failed'; readonly error: unknown };
}

const LOADING = { state: 'loading' } as const;

/**
 * A query that runs again whenever what it read has changed, in this tab or another. `inputs` are all the values the
 * query depends on: while they have just changed it is `loading`, never the answer to the old question. An error is
 * thrown while rendering, so that it reaches the error screen.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [asked, ask] = useState<Question<T>>({ query, inputs });
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  // React renders at once again.
  if (!isSame(asked.inputs, inputs)) ask({ query, inputs });
  useEffect(() => {
    const tell = (live: Answer<T>['live']): void => setAnswer({ to: asked, live });
    // Dexie follows what is awaited in it only where it is an async function itself.
    const subscription = liveQuery(async () => await asked.query()).subscribe(
      (value) => tell({ state: 'ready', value }),
      (error: unknown) => tell({ state: 'failed', error }),
    );
    return () => subscription.unsubscribe();
  }, [asked]);
  if (answer?.to !== asked) return LOADING;
  if (answer.live.state === 'failed') throw answer.live.error;
  // One object for one answer, so that an effect may depend on it.
  return answer.live;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
