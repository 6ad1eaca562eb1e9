import fc from 'fast-check';
import { randomFrom } from '../hostile/random.ts';
import { courses } from './course.ts';
import { CONTENT_LIES } from './lies/content-lies.ts';
import { DAMAGE } from './lies/damage.ts';
import { diceFrom, type Dice, type Lie } from './lies/lie.ts';
import { MANIFEST_LIES } from './lies/manifest-lies.ts';
import { STILL_GOOD } from './lies/still-good.ts';
import { TRANSLATION_LIES } from './lies/translation-lies.ts';
import { ZIP_LIES } from './lies/zip-lies.ts';

/** A pack to be opened, read and installed. */
export interface PackCase {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly must: Lie['must'];
}

const KINDS: readonly (readonly Lie[])[] = [STILL_GOOD, DAMAGE, ZIP_LIES, MANIFEST_LIES, TRANSLATION_LIES, CONTENT_LIES, CONTENT_LIES];
/** What is random about a lie is worth more tries than what is always the same. */
const LIES: readonly Lie[] = KINDS.flat();

/** The case of this seed and number, always the same: each lie in turn, then kinds of lies by chance, upon a course of its own. */
export function makeCase(seed: number, number: number): PackCase {
  const own = (seed * 1_000_003 + number) >>> 0;
  const dice = diceFrom(randomFrom(own));
  const [parts] = fc.sample(courses, { seed: own, numRuns: 1 });
  if (parts === undefined) throw new Error('No course came of the seed');
  const lie = LIES[number] ?? anyLie(dice);
  return { name: lie.name, bytes: lie.make(parts, dice), must: lie.must };
}

function anyLie(dice: Dice): Lie {
  const kind = dice.pick(KINDS);
  return dice.below(3) === 0 ? (kind[0] ?? dice.pick(kind)) : dice.pick(kind);
}
