const TICK_MS = 5;
let last = performance.now();
let longest = 0;

setInterval(() => {
  longest = Math.max(longest, performance.now() - last - TICK_MS);
  last = performance.now();
}, TICK_MS).unref();

/** The longest time, ms, that this process did not get its turn since the last call. */
export function takeStall(): number {
  const found = longest;
  longest = 0;
  return found;
}
