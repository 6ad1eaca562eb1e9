import { expect, test } from 'vitest';
import { tellOnce, type Trouble } from '../../../src/boot/tell-once.ts';
import type { Notes } from '../../../src/platform/platform.ts';

const unavailable: Trouble = { type: 'JournalUnavailable', reason: 'no OPFS' };
const saved: Trouble = { type: 'DiskFull', last: 'saved' };
const kept: Trouble = { type: 'DiskFull', last: 'kept' };

/** A device; each `start` tells through a teller of its own. */
function device() {
  const kept = new Map<string, string>();
  const notes: Notes = { get: (key) => kept.get(key) ?? null, set: (key, text) => void kept.set(key, text) };
  const told: Trouble[] = [];
  return { told, start: () => tellOnce(notes, (trouble) => told.push(trouble)) };
}

test('a journal that this browser has no place for is told once for all starts', () => {
  const { told, start } = device();
  start().tell(unavailable);
  const second = start();
  second.tell(unavailable);
  second.tell(unavailable);
  expect(told).toEqual([unavailable]);
});

test('it is told again when the journal was kept in between', () => {
  const { told, start } = device();
  start().tell(unavailable);
  start().isWell();
  start().tell(unavailable);
  expect(told).toEqual([unavailable, unavailable]);
});

test('a full disk is told once a start, and anew when something else became of the last write', () => {
  const { told, start } = device();
  const first = start();
  for (const trouble of [saved, saved, kept, kept]) first.tell(trouble);
  start().tell(kept);
  expect(told).toEqual([saved, kept, kept]);
});
