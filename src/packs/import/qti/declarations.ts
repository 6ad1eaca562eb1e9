import { childOf, childrenOf, textOf, type XmlElement } from '../xml-tree.ts';

export interface Mapping {
  readonly entries: readonly { readonly key: string; readonly value: number; readonly caseSensitive: boolean }[];
  readonly defaultValue: number;
  readonly lower: number;
  readonly upper: number;
}

/** A variable as the item declares it, of a response or of an outcome. */
export interface Declaration {
  readonly identifier: string;
  /** `single`, `multiple`, `ordered`, `record`. */
  readonly cardinality: string;
  readonly baseType: string;
  /** Empty: no correct response. */
  readonly correct: readonly string[];
  readonly defaults: readonly string[];
  readonly mapping: Mapping | null;
}

/** `isCaseSensitive`: where a mapped text does not say whether its case matters (2.x: no; 3.0: yes). */
export function declarationsOf(item: XmlElement, kind: `${'response' | 'outcome' | 'template'}Declaration`, isCaseSensitive: boolean) {
  const declared = childrenOf(item, kind).map((element) => declarationOf(element, isCaseSensitive));
  return new Map(declared.map((declaration) => [declaration.identifier, declaration]));
}

function declarationOf(element: XmlElement, isCaseSensitive: boolean): Declaration {
  const { identifier = '', cardinality = 'single', baseType = 'string' } = element.attributes;
  const mapping = childOf(element, 'mapping');
  return {
    identifier,
    cardinality,
    baseType,
    correct: valuesOf(childOf(element, 'correctResponse')),
    defaults: valuesOf(childOf(element, 'defaultValue')),
    mapping: mapping === null ? null : mappingOf(mapping, isCaseSensitive),
  };
}

const valuesOf = (element: XmlElement | null): string[] =>
  element === null ? [] : childrenOf(element, 'value').map((value) => folded(textOf(value))).filter((value) => value !== '');

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ');

function mappingOf(element: XmlElement, isCaseSensitive: boolean): Mapping {
  const entries = childrenOf(element, 'mapEntry').map(({ attributes }) => ({
    key: folded(attributes.mapKey ?? ''),
    value: numberOf(attributes.mappedValue, 0),
    caseSensitive: attributes.caseSensitive === undefined ? isCaseSensitive : attributes.caseSensitive === 'true',
  }));
  return {
    entries,
    defaultValue: numberOf(element.attributes.defaultValue, 0),
    lower: numberOf(element.attributes.lowerBound, -Infinity),
    upper: numberOf(element.attributes.upperBound, Infinity),
  };
}

export function numberOf(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? '');
  return text === undefined || text.trim() === '' || Number.isNaN(number) ? otherwise : number;
}
