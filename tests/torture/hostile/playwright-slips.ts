const listeners = new Set<() => void>();
const isPlaywrights = ({ stack = '' }: Error): boolean => stack.split('\n').slice(1).every((line) => !line.includes('/torture/')) && stack.includes('playwright-core');

/**
 * Playwright throws, out of reach of any call, when a frame goes just as it is told of it ("Frame has been detached").
 * Whose browser that was it does not say: all listeners are called. Any other error ends the process, as ever.
 * Gives a function that ends it.
 */
export function onPlaywrightSlip(listener: () => void): () => void {
  if (listeners.size === 0) process.on('uncaughtException', hear);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) process.off('uncaughtException', hear);
  };
}

function hear(error: Error): void {
  if (!isPlaywrights(error)) {
    console.error(error);
    process.exit(1);
  }
  for (const listener of listeners) listener();
}
