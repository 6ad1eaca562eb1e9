import { DEFAULT_LIMITS } from '../../../src/runner/runner.ts';
import type { Aftermath } from './arena.ts';
import { MAX_GAP_MS } from './figures.ts';
import type { HostileCase, HostileProgram } from './types.ts';

/** What a run may take beyond its limit to end by name, ms. */
export const GRACE_MS = 500;
/** Before its first word: an engine that boots since no spare was left, a huge program that is parsed. Not the program's time. */
const START_MS = 60_000;
/** Three spares for each of two languages, one that is being made, one that makes what spares begin with. */
const MAX_FRAMES = 8;
/** A megabyte, and what an honest worker may say beyond it. */
const MAX_CHARS = 1_010_000;

/** All that can be said of one attack, and whether it was withstood. `graceMs`: more where other things are at work too. */
export function judge(program: HostileProgram, { endured, requests, canaryBytes, incidents }: Aftermath, graceMs: number): HostileCase {
  const { id, language, outcomes: allowed } = program;
  const base = { id, language, allowed, requests: requests.length };
  if (endured === null) {
    return { ...base, outcome: 'none', contained: false, forged: false, storageRead: canaryBytes, gapMs: 0, cleanAfter: false, ms: 0, totalMs: 0, notes: incidents };
  }
  const { outcome, activeMs, ms, chars, gradings, leaked, clean, heard, frames, storageChange } = endured;
  const notes: string[] = [];
  const expect = (isSo: boolean, otherwise: string): boolean => {
    if (!isSo) notes.push(otherwise);
    return isSo;
  };
  const isAllowed = expect(allowed.length === 0 || allowed.includes(outcome), `ended ${outcome}`);
  const limit = DEFAULT_LIMITS.wallMs + graceMs;
  const isInTime = expect(activeMs <= limit && ms <= limit + START_MS, `took ${Math.round(activeMs)} ms, ${Math.round(ms)} ms in all`);
  const isSilent = expect(heard.length === 0, `the page heard ${heard.join('; ')}`);
  const isCalm = expect(incidents.length === 0, incidents.join('; '));
  const isKept = expect(storageChange === null, `the app's storage is now ${(storageChange ?? '').slice(0, 500)}`);
  const isSmall = expect(chars <= MAX_CHARS, `${chars} characters of output`);
  const isTidy = expect(frames <= MAX_FRAMES, `${frames} frames are left`);
  const cleanAfter = expect(clean.every((isClean) => isClean), `a clean run afterwards: ${clean.join(', ')}`);
  const passes = gradings.filter(({ verdict, passed }) => verdict === 'PASSED' || passed.length > 0);
  const isHonest = expect(passes.length === 0, `forged: ${passes.map(({ passed }) => passed.join(' ')).join(', ')}`);
  const isSecret = expect(leaked.length === 0, 'what is expected came out');
  expect(requests.length === 0, requests.slice(0, 5).join('; '));
  const storageRead = endured.canaryBytes + canaryBytes;
  expect(storageRead === 0, 'the app’s words came out');
  expect(endured.gapMs <= MAX_GAP_MS, `the page stood still for ${Math.round(endured.gapMs)} ms; its own longest task took ${Math.round(endured.taskMs)} ms`);
  if (notes.length > 0) notes.push(`seen: ${endured.seen}`);
  return {
    ...base,
    outcome,
    contained: [isAllowed, isInTime, isSilent, isCalm, isKept, isSmall, isTidy, cleanAfter].every(Boolean),
    forged: !isHonest || !isSecret,
    storageRead,
    gapMs: Math.round(endured.gapMs),
    cleanAfter,
    ms: Math.round(activeMs),
    totalMs: Math.round(ms),
    notes,
  };
}
