import type { DeviceStorage } from '../platform/platform.ts';

/**
 * What a row takes, in bytes for each byte of its JSON: LevelDB holds it in its log and in a table until it drops the
 * log, with its keys in the indexes beside it; and the journal has it once more.
 */
const BYTES_A_BYTE = 3;
/** Left free whatever comes: the journal's reserve, and a day's answers. */
const LEFT_FREE = 4_000_000;

/**
 * How many bytes are wanting for `bytes` of JSON to be written; 0 where it fits, or where the browser does not say. An
 * estimate before anything is touched: the disk has the last word.
 */
export function missingRoom(bytes: number, known: { readonly usage: number; readonly quota: number } | null): number {
  if (known === null) return 0;
  return Math.max(0, bytes * BYTES_A_BYTE + LEFT_FREE - (known.quota - known.usage));
}

/** Bytes that are wanting for this text to be brought in. */
export async function missingRoomFor(text: string, storage: Pick<DeviceStorage, 'estimate'>): Promise<number> {
  return missingRoom(new Blob([text]).size, await storage.estimate());
}
