import { childrenOf, elementsOf, textOf, type XmlElement } from '../xml-tree.ts';
import { numberIn } from './arithmetic.ts';
import { runTemplate, withoutDust, type Drawn } from './run-template.ts';
import type { Value } from './values.ts';

/** What is said of an item whose values were drawn. */
export const DRAWN = 'its values are drawn once here, not anew for each learner';

/** An item of a template with the values of one draw in their places; itself where it has no template. */
export function drawItem(root: XmlElement, isThird: boolean): XmlElement | { readonly why: string } {
  if (!hasTemplate(root)) return root;
  const drawn = runTemplate(root, isThird);
  if ('why' in drawn) return drawn;
  const inMaths = childrenOf(root, 'templateDeclaration').filter(({ attributes }) => attributes.mathVariable === 'true');
  const mathNames = new Set(inMaths.map(({ attributes }) => attributes.identifier ?? ''));
  return { ...root, children: root.children.flatMap((child) => put(child, { ...drawn, mathNames, inMath: false })) };
}

const hasTemplate = (root: XmlElement): boolean =>
  elementsOf(root).some(({ name }) => name === 'templateProcessing' || name === 'templateDeclaration');

interface Place extends Drawn {
  readonly mathNames: ReadonlySet<string>;
  readonly inMath: boolean;
}
type Node = XmlElement | string;

function put(node: Node, place: Place): Node[] {
  if (typeof node === 'string') return [node];
  const { name, attributes } = node;
  const inside = (): Node[] => node.children.flatMap((child) => put(child, name === 'math' ? { ...place, inMath: true } : place));
  if (name === 'templateDeclaration' || name === 'templateProcessing' || (place.inMath && name.startsWith('annotation'))) return [];
  if (!isShown(attributes, place)) return [];
  const value = place.values.get(attributes.identifier ?? '');
  if (name === 'responseDeclaration') return [withCorrect(node, place.correct.get(attributes.identifier ?? ''))];
  if (name === 'variable' && value !== undefined) return [expressionOf(node, value)];
  if (name === 'printedVariable' && value !== undefined) return [printed(attributes, value)];
  if (name === 'templateInline') return inside();
  if (name === 'templateBlock') return [{ ...node, name: 'div', children: inside() }];
  if (place.inMath && (name === 'mi' || name === 'ci')) {
    const known = inMath(textOf(node).trim(), place);
    if (known !== undefined) return [{ ...node, name: 'mn', children: [known.map(readable).join('; ')] }];
  }
  return [{ ...node, attributes: withNumbers(attributes, place), children: inside() }];
}

/** A variable in a formula, or one of its values as some players have it: `t[i]`. */
function inMath(words: string, { mathNames, values }: Place): readonly string[] | undefined {
  const [, name = '', index] = /^([^[\]]*)(?:\[(\w+)\])?$/.exec(words) ?? [];
  const all = mathNames.has(name) ? values.get(name)?.values : undefined;
  return index === undefined ? all : all?.slice(numberIn(index, values) - 1).slice(0, 1);
}

/** Of what a template shows or hides: a block, or one of several choices. */
function isShown({ templateIdentifier, identifier = '', showHide = 'show' }: XmlElement['attributes'], { values }: Place): boolean {
  if (templateIdentifier === undefined) return true;
  const isNamed = values.get(templateIdentifier)?.values.includes(identifier) === true;
  return isNamed === (showHide !== 'hide');
}

const value = (text: string): XmlElement => ({ name: 'value', attributes: {}, children: [text], line: 0, comment: '' });

function withCorrect(node: XmlElement, set: Value | undefined): XmlElement {
  if (set === undefined) return node;
  const others = node.children.filter((child) => typeof child === 'string' || child.name !== 'correctResponse');
  const isNumber = /^(?:float|integer)$/.test(node.attributes.baseType ?? '');
  const values = set.values.map((text) => value(isNumber ? withoutDust(text) : text));
  const correct = { ...value(''), name: 'correctResponse', children: values };
  return { ...node, children: [correct, ...others] };
}

/** Where it is reckoned with, a variable of the template is its value. */
function expressionOf(node: XmlElement, { baseType, values, isOrdered }: Value): XmlElement {
  const bases = values.map((text): XmlElement => ({ ...node, name: 'baseValue', attributes: { baseType }, children: [text] }));
  const [only = { ...node, name: 'null', children: [] }, ...more] = bases;
  return more.length === 0 ? only : { ...node, name: isOrdered ? 'ordered' : 'multiple', attributes: {}, children: bases };
}

const readable = (text: string): string => (/^-?\d+\.\d{7,}$/.test(text) ? String(Number(Number(text).toPrecision(6))) : text);

/** `format` as in C, of which `%d`, `%i`, `%.2f` and `%s` are read. */
function printed({ format = '', index, delimiter = ';' }: XmlElement['attributes'], { values }: Value): string {
  const decimals = /%[-+ 0#]*\d*\.(\d{1,2})[fF]/.exec(format)?.[1];
  const shown = values.map((text) => {
    if (decimals !== undefined) return Number(text).toFixed(Number(decimals));
    return /%[-+ 0#]*\d*[di]/.test(format) ? String(Math.trunc(Number(text))) : readable(text);
  });
  return index === undefined ? shown.join(delimiter === ';' ? '; ' : delimiter) : (shown[Number(index) - 1] ?? '');
}

/** Attributes that may name a variable in the place of a number. */
const NUMBERS = ['tolerance', 'figures', 'min', 'max', 'lowerBound', 'upperBound', 'step'];

function withNumbers(attributes: XmlElement['attributes'], { values }: Place): XmlElement['attributes'] {
  const named = NUMBERS.filter((name) => values.has(attributes[name] ?? ''));
  const numbers = named.map((name) => [name, values.get(attributes[name] ?? '')?.values[0] ?? '']);
  return named.length === 0 ? attributes : { ...attributes, ...(Object.fromEntries(numbers) as XmlElement['attributes']) };
}
