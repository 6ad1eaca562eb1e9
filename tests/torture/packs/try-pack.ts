import { isDeepStrictEqual } from 'node:util';
import type { InstallFailure, OpenFailure } from '../../../src/services/packs/pack-service.ts';
import { faultsIn } from '../faults/soundness.ts';
import { differencesFrom } from './what-it-says.ts';
import type { PackCase } from './make-case.ts';
import type { Outcome } from './outcome.ts';
import { openStage, type Stage, type Stored } from './stage.ts';

/** Takes a pack as the app does, into a database of its own, and looks at what is there afterwards. */
export async function tryPack({ name, bytes, must }: PackCase): Promise<Outcome> {
  const stage = await openStage();
  try {
    const before = await stage.rows();
    const began = performance.now();
    const error = await install(stage, bytes).catch(wordsOfBug);
    const ms = performance.now() - began;
    const wrong = wrongIn(before, await stage.rows(), bytes, error);
    const end = error === null ? 'whole' : 'refused';
    if (must !== null && must !== end) wrong.push(`is ${end}, and must be ${must}: ${error ?? ''}`);
    return { name, ms, end: wrong.length === 0 ? end : 'partial', why: wrong.length === 0 ? (error ?? '') : wrong.join('; ').slice(0, 1000) };
  } finally {
    stage.close();
  }
}

/** null: it is said to be installed. */
async function install({ packs }: Stage, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const offer = await packs.open(new Blob([bytes]));
  if (!offer.ok) return wordsOf(offer.error);
  try {
    const installed = await offer.value.install(() => undefined, new AbortController().signal);
    return installed.ok ? null : wordsOf(installed.error);
  } finally {
    offer.value.close();
  }
}

function wordsOf(error: OpenFailure | InstallFailure): string {
  if (error.type === 'IdTaken') return `IdTaken: ${error.id} is ${error.title}`;
  if (error.type !== 'BadPack') return `${error.type}, which is no reason to refuse a pack`;
  const [first] = error.findings;
  const place = first === undefined ? '' : ` ${first.file}:${first.line} ${first.field}: ${first.expected.slice(0, 80)}, not ${first.found.slice(0, 80)}`;
  return `${error.reason}: ${error.message}${place}`;
}

const wordsOfBug = (cause: unknown): string => `threw ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;

function wrongIn(before: Stored, after: Stored, bytes: Uint8Array, error: string | null): string[] {
  if (error === null) {
    try {
      return [...differencesFrom(bytes, before, after), ...faultsIn(after)];
    } catch (cause) {
      return [`another reader cannot read it: ${wordsOfBug(cause)}`];
    }
  }
  const wrong = isDeepStrictEqual(before, after) ? [] : ['refused, and yet something was written'];
  return /^(?:IdTaken|NotAPack|Damaged|Unsafe|TooLarge|NeedsNewerApp|BadContent): ./.test(error) ? wrong : [...wrong, error];
}
