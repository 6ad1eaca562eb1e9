import { elementsOf, textOf } from '../xml-tree.ts';
import { allNamed } from './qti-names.ts';
import { correctOf, NO_KEY, PARTIAL, scoreOf, UNREAD, type Keyless, type Noted, type Scores } from './scores.ts';

export interface ChoiceKey extends Noted {
  readonly right: readonly string[];
}

/** The one option that scores the most. */
export function singleKey(scores: Scores, options: readonly string[]): ChoiceKey | Keyless {
  const correct = correctOf(scores).filter((value) => options.includes(value));
  const scored = options.map((option) => ({ option, score: scoreOf(scores, [option]) }));
  const numbers = scored.flatMap(({ score }) => (score === null ? [] : [score]));
  const top = Math.max(...numbers);
  const isTold = numbers.length === options.length && numbers.some((number) => number < top);
  if (!isTold) {
    if (correct.length !== 1) return { why: NO_KEY };
    const isTried = numbers.length === options.length || scores.processing.rules === null;
    return { right: correct, note: isTried ? '' : UNREAD };
  }
  const right = scored.filter(({ score }) => score === top).map(({ option }) => option);
  if (right.length > 1) return { why: 'several of its options score the most, though only one may be chosen' };
  const nothing = Math.max(0, scoreOf(scores, []) ?? 0);
  return { right, note: numbers.some((number) => number > nothing && number < top) ? PARTIAL : '' };
}

/** The set of options that scores the most: what the file calls correct, else what pays for itself. */
export function multipleKey(scores: Scores, options: readonly string[]): ChoiceKey | Keyless {
  const correct = correctOf(scores).filter((value) => options.includes(value));
  const none = scoreOf(scores, []);
  if (none === null) {
    if (correct.length === 0) return { why: NO_KEY };
    return { right: correct, note: scores.processing.rules === null ? '' : UNREAD };
  }
  const paying = options.filter((option) => (scoreOf(scores, [option]) ?? none) > none);
  const right = correct.length > 0 ? correct : best(scores, [paying, ...setsIn(scores, options)]);
  const top = scoreOf(scores, right) ?? none;
  if (right.length === 0) return { why: NO_KEY };
  if (top <= none) return correct.length > 0 ? { right, note: '' } : { why: NO_KEY };
  const others = options.map((option) => {
    const changed = right.includes(option) ? right.filter((value) => value !== option) : [...right, option];
    return scoreOf(scores, changed) ?? none;
  });
  if (others.some((score) => score > top)) return { right, note: 'another choice than the correct one scores more in the file' };
  const isLoose = others.some((score) => score === top);
  return { right, note: isLoose ? 'other choices that the file scores as high are taken as wrong' : '' };
}

const MOST_SETS = 100;

/** The sets of options that its processing compares with. */
function setsIn({ processing }: Scores, options: readonly string[]): string[][] {
  if (processing.rules === null) return [];
  const sets = allNamed(processing.rules, 'multiple').map((set) => elementsOf(set).map((element) => textOf(element).trim()));
  return sets.filter((set) => set.length > 0 && set.every((value) => options.includes(value))).slice(0, MOST_SETS);
}

function best(scores: Scores, sets: readonly (readonly string[])[]): readonly string[] {
  const scored = sets.map((set) => ({ set, score: scoreOf(scores, set) ?? -Infinity }));
  return scored.reduce((most, one) => (one.score > most.score ? one : most), { set: [] as readonly string[], score: -Infinity }).set;
}
