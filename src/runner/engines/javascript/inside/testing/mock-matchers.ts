import * as own from '../primordials.ts';
import { equals } from './equals.ts';
import type { Matcher, Matchers, Verdict } from './matcher.ts';
import { mockStateOf, type MockState } from './mock.ts';
import { toSource } from './source.ts';

const onMock =
  (judge: (state: MockState, args: readonly unknown[]) => Verdict): Matcher =>
  (received, args) => {
    const state = mockStateOf(received);
    if (state === null) throw new own.NativeTypeError('expect(…) needs a mock function here: jest.fn() or jest.spyOn(…)');
    return judge(state, args);
  };

const times = (count: number): string => `called ${own.toText(count)} time${count === 1 ? '' : 's'}`;
const rest = (args: readonly unknown[], from: number): unknown[] => {
  const items: unknown[] = [];
  for (let i = from; i < args.length; i++) own.define(items, i - from, args[i]);
  return items;
};
const callsOf = ({ calls }: MockState): string => {
  let text = times(calls.length);
  for (let i = 0; i < calls.length && i < 5; i++) text += `${i === 0 ? ': ' : ', '}${toSource(calls[i])}`;
  return text;
};
const resultsOf = ({ results }: MockState): string => {
  let text = '';
  for (let i = 0; i < results.length && i < 5; i++) text += (i === 0 ? '' : ', ') + `${results[i]?.type ?? ''} ${toSource(results[i]?.value)}`;
  return text === '' ? times(0) : text;
};

const calledWith = (pick: (state: MockState, args: readonly unknown[]) => readonly [wanted: unknown[], index: number | null]): Matcher =>
  onMock((state, args) => {
    const picked = pick(state, args);
    const wanted = picked[0];
    let pass = false;
    for (let i = 0; i < state.calls.length; i++) if (picked[1] === null || picked[1] === i) pass ||= equals(state.calls[i], wanted);
    return { pass, expected: `called with ${toSource(wanted)}`, got: callsOf(state) };
  });

const returned = (pick: (state: MockState, args: readonly unknown[]) => readonly [wanted: unknown, index: number | null]): Matcher =>
  onMock((state, args) => {
    const picked = pick(state, args);
    let pass = false;
    for (let i = 0; i < state.results.length; i++) {
      const result = state.results[i];
      if ((picked[1] === null || picked[1] === i) && result?.type === 'return') pass ||= equals(result.value, picked[0]);
    }
    return { pass, expected: `return ${toSource(picked[0])}`, got: resultsOf(state) };
  });

const returns = ({ results }: MockState): number => {
  let count = 0;
  for (let i = 0; i < results.length; i++) if (results[i]?.type === 'return') count += 1;
  return count;
};

const toHaveBeenCalled = onMock((state) => ({ pass: state.calls.length > 0, expected: 'called', got: callsOf(state) }));
const toHaveBeenCalledTimes = onMock((state, args) => ({ pass: state.calls.length === args[0], expected: times(args[0] as number), got: callsOf(state) }));
const toHaveBeenCalledWith = calledWith((_, args) => [rest(args, 0), null]);
const toHaveBeenLastCalledWith = calledWith(({ calls }, args) => [rest(args, 0), calls.length - 1]);
const toHaveBeenNthCalledWith = calledWith((_, args) => [rest(args, 1), (args[0] as number) - 1]);

/** With Jest's older names for the same. */
export const mockMatchers: Matchers = {
  toHaveBeenCalled,
  toBeCalled: toHaveBeenCalled,
  toHaveBeenCalledTimes,
  toBeCalledTimes: toHaveBeenCalledTimes,
  toHaveBeenCalledOnce: onMock((state) => ({ pass: state.calls.length === 1, expected: times(1), got: callsOf(state) })),
  toHaveBeenCalledWith,
  toBeCalledWith: toHaveBeenCalledWith,
  toHaveBeenLastCalledWith,
  lastCalledWith: toHaveBeenLastCalledWith,
  toHaveBeenNthCalledWith,
  nthCalledWith: toHaveBeenNthCalledWith,
  toHaveReturned: onMock((state) => ({ pass: returns(state) > 0, expected: 'returned', got: resultsOf(state) })),
  toHaveReturnedTimes: onMock((state, args) => ({ pass: returns(state) === args[0], expected: `returned ${toSource(args[0])} times`, got: resultsOf(state) })),
  toHaveReturnedWith: returned((_, args) => [args[0], null]),
  toHaveLastReturnedWith: returned(({ results }, args) => [args[0], results.length - 1]),
  toHaveNthReturnedWith: returned((_, args) => [args[1], (args[0] as number) - 1]),
};
