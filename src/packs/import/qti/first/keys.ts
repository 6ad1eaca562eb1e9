import { textOf, type XmlElement } from '../../xml-tree.ts';
import { NO_KEY, PARTIAL, type Keyless, type Noted } from '../scores.ts';
import type { Response } from './read-parts.ts';
import { conditionsOf, scoreOf, wantedOf } from './scoring.ts';

const scored = (item: XmlElement, { ident }: Response, values: readonly string[]): number => scoreOf(item, new Map([[ident, values]])) ?? NaN;

export interface Key extends Noted {
  /** Options' `ident`s, or texts. */
  readonly right: readonly string[];
}

/** The one option that scores the most. */
export function oneOf(item: XmlElement, response: Response): Key | Keyless {
  const scores = response.options.map(({ ident }) => scored(item, response, [ident]));
  const top = Math.max(...scores);
  const right = response.options.flatMap(({ ident }, i) => (scores[i] === top ? [ident] : []));
  if (!(top > scored(item, response, []))) return { why: NO_KEY };
  if (right.length > 1) return { why: 'several of its options score the most, though only one may be chosen' };
  return { right, note: scores.some((score) => score > 0 && score < top) ? PARTIAL : '' };
}

/** The set of options that scores the most, of those that a condition asks for. */
export function someOf(item: XmlElement, response: Response): Key | Keyless {
  const known = new Set(response.options.map(({ ident }) => ident));
  const none = scored(item, response, []);
  const paying = response.options.map(({ ident }) => ident).filter((ident) => scored(item, response, [ident]) > none);
  const asked = conditionsOf(item).map((condition) => wantedOf(condition, response.ident).map((wanted) => textOf(wanted).trim()));
  const sets = [paying, ...asked.map((set) => [...new Set(set)].filter((ident) => known.has(ident)))];
  const scores = sets.map((set) => scored(item, response, set));
  const top = Math.max(...scores.filter((score) => !Number.isNaN(score)), none);
  const right = sets[scores.indexOf(top)] ?? [];
  if (!(top > none) || right.length === 0) return { why: NO_KEY };
  const others = response.options.map(({ ident }) => (right.includes(ident) ? right.filter((one) => one !== ident) : [...right, ident]));
  const isLoose = others.some((set) => scored(item, response, set) >= top);
  return { right, note: isLoose ? 'other choices that the file scores as high are taken as wrong' : '' };
}

/** Every text that scores the most; `isExact`: letter case counts. Several in one condition mean any of them. */
export function textsOf(item: XmlElement, response: Response): (Key & { readonly isExact: boolean }) | Keyless {
  const asked = conditionsOf(item).map((condition) => wantedOf(condition, response.ident));
  const sets = asked.map((wanted) => [...new Set(wanted.map(textIn))].filter((text) => text !== '')).filter((set) => set.length > 0);
  const scores = sets.map((set) => scored(item, response, set));
  const top = Math.max(...scores.filter((score) => !Number.isNaN(score)), 0);
  const right = [...new Set(sets.filter((_, i) => scores[i] === top).flat())];
  if (right.length === 0 || top <= 0) return { why: NO_KEY };
  const isPartial = scores.some((score) => score > 0 && score < top);
  const isExact = asked.flat().every(({ attributes }) => attributes.case?.toLowerCase() === 'yes');
  return { right, note: isPartial ? PARTIAL : '', isExact };
}

const textIn = (wanted: XmlElement): string => textOf(wanted).trim().replace(/\s+/g, ' ');

/** A number and how far it may be off. */
export function numberOf(item: XmlElement, response: Response): { readonly value: number; readonly absolute: number } | Keyless {
  const said = conditionsOf(item).filter((condition) => hasNumber(condition, response.ident));
  const [condition, ...more] = said;
  if (condition === undefined) return { why: NO_KEY };
  if (more.length > 0) return { why: 'several numbers are right' };
  const [exact, ...others] = numbersIn(condition, response.ident, /^varequal$/);
  const [least] = numbersIn(condition, response.ident, /^vargte?$/);
  const [most] = numbersIn(condition, response.ident, /^varlte?$/);
  if (others.length > 0) return { why: 'several numbers are right' };
  if (least !== undefined && most !== undefined) {
    const value = exact ?? round((least + most) / 2);
    return { value, absolute: round(Math.max(most - value, 0)) };
  }
  return exact === undefined ? { why: 'any number beyond a bound is right' } : { value: exact, absolute: 0 };
}

const hasNumber = (condition: XmlElement, ident: string): boolean => numbersIn(condition, ident, /^var(?:equal|[gl]te?)$/).length > 0;

function numbersIn(element: XmlElement, ident: string, name: RegExp): number[] {
  const inside = element.children.flatMap((child) => (typeof child === 'string' || child.name === 'not' ? [] : numbersIn(child, ident, name)));
  const own = name.test(element.name) && element.attributes.respident === ident ? Number(textOf(element).trim() || NaN) : NaN;
  return Number.isFinite(own) ? [own, ...inside] : inside;
}

const round = (number: number): number => Number(number.toPrecision(12));
