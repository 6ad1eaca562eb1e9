import { elementsOf, textOf, type XmlElement } from '../../xml-tree.ts';
import { allNamed } from '../qti-names.ts';

/** Response's `ident` → what is answered to it. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** What the item gives for these answers; null where its conditions use what is not understood. */
export function scoreOf(item: XmlElement, answers: Answers): number | null {
  const totals = new Map<string, number>();
  for (const condition of conditionsOf(item)) {
    const parts = elementsOf(condition).filter(({ name }) => name === 'conditionvar').flatMap(elementsOf);
    const met = parts.map((part) => isMet(part, answers));
    if (met.includes(null)) return null;
    if (met.includes(false)) continue;
    const actions = elementsOf(condition).filter(({ name }) => name === 'setvar');
    for (const action of actions) {
      const name = action.attributes.varname ?? 'SCORE';
      totals.set(name, changed(totals.get(name) ?? 0, action));
    }
    // By the standard the first that is met is the last, but exports that add up leave `continue` out.
    const goesOn = condition.attributes.continue?.toLowerCase() === 'yes';
    if (!goesOn && actions.some(({ attributes }) => /^(?:set)?$/i.test(attributes.action ?? ''))) break;
  }
  const total = [...totals.values()].reduce((sum, number) => sum + number, 0);
  return Number.isFinite(total) ? total : null;
}

export const conditionsOf = (item: XmlElement): XmlElement[] => allNamed(item, 'respcondition');

function changed(before: number, action: XmlElement): number {
  const by = Number(textOf(action).trim() || '0');
  switch (action.attributes.action?.toLowerCase()) {
    case 'add':
      return before + by;
    case 'subtract':
      return before - by;
    case 'multiply':
      return before * by;
    case 'divide':
      return before / by;
    default:
      return by;
  }
}

function isMet(part: XmlElement, answers: Answers): boolean | null {
  const { name, attributes } = part;
  const given = answers.get(attributes.respident ?? '') ?? [];
  const wanted = textOf(part).trim();
  const parts = (): (boolean | null)[] => elementsOf(part).map((child) => isMet(child, answers));
  const compared = (holds: (a: number, b: number) => boolean): boolean =>
    given.some((value) => value.trim() !== '' && holds(Number(value), Number(wanted)));
  switch (name) {
    case 'varequal':
      return given.some((value) => isSame(value, wanted, attributes));
    case 'varsubstring':
      return given.some((value) => value.toLowerCase().includes(wanted.toLowerCase()));
    case 'vargte':
      return compared((a, b) => a >= b);
    case 'vargt':
      return compared((a, b) => a > b);
    case 'varlte':
      return compared((a, b) => a <= b);
    case 'varlt':
      return compared((a, b) => a < b);
    case 'and':
      return parts().includes(null) ? null : !parts().includes(false);
    case 'or':
      return parts().includes(null) ? null : parts().includes(true);
    case 'not':
      return parts().includes(null) ? null : parts().includes(false);
    case 'other':
      return true;
    case 'unanswered':
      return given.length === 0;
    default:
      return null;
  }
}

const isSame = (value: string, wanted: string, { case: isExact }: XmlElement['attributes']): boolean =>
  isExact?.toLowerCase() === 'yes' ? value === wanted : value.toLowerCase() === wanted.toLowerCase();

/** What an answer is compared with, in the order of the file; what it must not be is left out. */
export function wantedOf(element: XmlElement, ident: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'not') return [];
    if (child.name === 'varequal') return child.attributes.respident === ident ? [child] : [];
    return wantedOf(child, ident);
  });
}
