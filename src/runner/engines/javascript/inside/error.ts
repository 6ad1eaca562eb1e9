import { inspect } from './inspect.ts';
import { NativeError, isMadeBy, quote, slice } from './primordials.ts';

/** Whatever was thrown, as JSON text: type, message and V8's stack, which the page reads against its own map of lines. */
export function describeError(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !isError(thrown)) {
    return json('Uncaught', typeof thrown === 'string' ? thrown : inspect(thrown), '');
  }
  return json(read(thrown, 'name') || 'Error', read(thrown, 'message'), read(thrown, 'stack'));
}

function isError(thrown: object): boolean {
  try {
    return isMadeBy(thrown, NativeError.prototype);
  } catch {
    return false;
  }
}

/** A getter of the learner's may throw, or give anything. */
function read(thrown: object, name: 'name' | 'message' | 'stack'): string {
  try {
    const text: unknown = (thrown as Record<string, unknown>)[name];
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

const json = (type: string, message: string, stack: string): string =>
  `{"type":${quote(slice(type, 0, 200))},"message":${quote(slice(message, 0, 2000))},"stack":${quote(slice(stack, 0, 8000))}}`;
