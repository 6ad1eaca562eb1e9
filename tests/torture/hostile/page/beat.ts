let last = performance.now();
let longest = 0;
let longestTask = 0;

/** Measures how long the page does not get to run, from here on. */
export function startBeat(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    setTimeout(() => port2.postMessage(null), 4);
  };
  port2.postMessage(null);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: 'longtask' });
}

/** The longest task of the page itself since the last call, ms; 0: none above 50. A longer gap is the machine's. */
export function takeLongestTask(): number {
  const found = longestTask;
  longestTask = 0;
  return found;
}

/** The longest time, ms, that the page did not get to run since the last call. */
export function takeGap(): number {
  const found = Math.max(longest, performance.now() - last);
  longest = 0;
  last = performance.now();
  return found;
}
