import { useLiveQuery } from 'dexie-react-hooks';

export type Live<T> = { readonly state: 'loading' } | { readonly state: 'ready'; readonly value: T };

const LOADING = { state: 'loading' } as const;

/**
 * A query that runs again whenever what it read has changed, in this tab or another. `inputs` are all the values the
 * query depends on: while they have just changed it is `loading`, never the answer to the old question. An error is
 * thrown while rendering, so that it reaches the error screen.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const answer = useLiveQuery(async () => ({ inputs, live: { state: 'ready', value: await query() } as const }), [...inputs]);
  // One object for one answer, so that an effect may depend on it.
  return answer === undefined || !isSame(answer.inputs, inputs) ? LOADING : answer.live;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
