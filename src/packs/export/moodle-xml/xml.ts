/** Text as XML holds it; a line break of a kind that a parser would change is spelled out. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');

/** What XML cannot hold at all. */
export const cannotBeXml = (text: string): boolean => /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text);

export interface Attributes {
  readonly [name: string]: string | number | undefined;
}

/** `inside` is XML already. */
export function tag(name: string, inside: string, attributes: Attributes = {}): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${attribute(String(value))}"`]));
  return `<${name}${given.join('')}>${inside}</${name}>`;
}
const attribute = (text: string): string => escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** An element that holds plain words in a `<text>` of its own, as most of Moodle's do. */
export const words = (name: string, text: string, attributes: Attributes = {}): string =>
  tag(name, tag('text', escapeXml(text)), attributes);
export const markdown = (name: string, text: string, attributes: Attributes = {}): string =>
  words(name, text, { ...attributes, format: 'markdown' });
/** The same, left out where there is nothing to say. */
export const maybe = (name: string, text: string | undefined): string => (text === undefined || text.trim() === '' ? '' : markdown(name, text.trim()));
export const value = (name: string, text: string | number, attributes: Attributes = {}): string => tag(name, escapeXml(String(text)), attributes);
