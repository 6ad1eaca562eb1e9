/** As every engine that runs us has it, on an address that may be trusted. */
declare const crypto: { randomUUID(): string };

let last = 0n;

/**
 * RFC 9562, version 7: 48 bits of time (ms) and 12 that count, in front of what a random UUID has anyway. Each sorts after the
 * one before it, within a millisecond too, and where the clock goes back.
 */
export function uuidV7(now: number = Date.now()): string {
  const time = timeOf(now);
  last = time > last ? time : last + 1n;
  return idOf(last);
}

/** One of that very time, whatever came before: for a story that is told out of order. */
export const uuidV7At = (now: number): string => idOf(timeOf(now));

const timeOf = (now: number): bigint => BigInt(now) << 12n;

function idOf(time: bigint): string {
  const hex = time.toString(16).padStart(15, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12)}${crypto.randomUUID().slice(18)}`;
}
