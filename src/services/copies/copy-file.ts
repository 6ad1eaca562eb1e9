import type { EpochMs, Id } from '../../../db/models/ids.ts';
import { isRecord, parseJson } from '../../core/json.ts';
import { breathe } from '../breathe.ts';

/** What stands before the compressed backup in an automatic copy: read without unpacking the rest. */
export interface CopyHead {
  readonly madeAt: EpochMs;
  /** Whose work is in it, removed profiles included. */
  readonly userIds: readonly Id[];
  readonly rows: number;
  /** Of the backup's text, unpacked. */
  readonly bytes: number;
}

/** The first line, padded to this many bytes, so that one slice gives it. */
const HEAD_BYTES = 8_192;
const MARK = 'HBCOPY1 ';

/**
 * An automatic copy as a file: a line of JSON, then the backup's text as gzip. The end of gzip holds the text's length
 * and CRC-32: what is torn or rotten is noticed when it is unpacked.
 */
export async function packCopy(head: CopyHead, text: Blob): Promise<Blob> {
  const line = new TextEncoder().encode(MARK + JSON.stringify(head));
  // A school's worth of profiles does not fit: then the list is left empty, which stands for "anybody".
  const fitting = line.length < HEAD_BYTES ? line : new TextEncoder().encode(MARK + JSON.stringify({ ...head, userIds: [] }));
  const padded = new Uint8Array(HEAD_BYTES).fill(0x20);
  padded.set(fitting);
  padded[HEAD_BYTES - 1] = 0x0a;
  return new Blob([padded, await through(text, new CompressionStream('gzip'))]);
}

/** Null where it is no copy, or its beginning is damaged. */
export async function headOf(file: Blob): Promise<CopyHead | null> {
  const line = await file.slice(0, HEAD_BYTES).text();
  if (!line.startsWith(MARK)) return null;
  const head = parseJson(line.slice(MARK.length));
  if (!isRecord(head) || !isCount(head.madeAt) || !isCount(head.rows) || !isCount(head.bytes)) return null;
  const { madeAt, rows, bytes, userIds } = head;
  if (!Array.isArray(userIds) || !userIds.every((id) => typeof id === 'string')) return null;
  return { madeAt, rows, bytes, userIds };
}

/** The backup's text; null where the copy is damaged. */
export async function unpackCopy(file: Blob): Promise<string | null> {
  const head = await headOf(file);
  if (head === null) return null;
  try {
    const text = await through(file.slice(HEAD_BYTES), new DecompressionStream('gzip'));
    return text.size === head.bytes ? await text.text() : null;
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Bytes handed to gzip at once: it works on the page's own thread, and all of it in one go was a tenth of a second. */
const SLICE_BYTES = 256 * 1024;

async function through(blob: Blob, transform: CompressionStream | DecompressionStream): Promise<Blob> {
  const result = new Response(transform.readable).blob();
  // Damage is told by whichever hears of it first; the other must not be left unheard.
  result.catch(() => undefined);
  const writer = transform.writable.getWriter();
  writer.closed.catch(() => undefined);
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    await writer.write(new Uint8Array(await blob.slice(at, at + SLICE_BYTES).arrayBuffer()));
    await breathe();
  }
  await writer.close();
  return result;
}
