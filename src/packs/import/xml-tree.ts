import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../../core/result.ts';
import { xmlEntities } from './xml-entities.ts';

/** An element by its local name: prefixes and declarations of namespaces are left out, `xmlns` itself is kept. */
export interface XmlElement {
  readonly name: string;
  /** Local name → value. Without a prototype. */
  readonly attributes: { readonly [name: string]: string };
  /** Text (CDATA too) in one piece between two elements, white space as it stands. */
  readonly children: readonly (XmlElement | string)[];
  /** Where it begins, from 1. */
  readonly line: number;
  /** The words of the comment right before it; empty where there is none. */
  readonly comment: string;
}

export interface BadXml {
  readonly type: 'BadXml';
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** In characters, from 0. */
  readonly column: number;
}

/** Deeper or more than any honest file; the second keeps memory within bounds. */
const MOST_LEVELS = 200;
const MOST_ELEMENTS = 1_000_000;
/** Characters given to the parser at once: it is asked after each whether it found a fault. */
const PIECE = 16_384;

interface Growing {
  name: string;
  attributes: { readonly [name: string]: string };
  children: (Growing | string)[];
  line: number;
  comment: string;
}

/**
 * The root of a well-formed document, in time linear to its length. Refused: faults, a doctype that defines entities
 * (HTML's commonest names are known without), 200 levels, a million elements.
 */
export function parseXml(text: string): Result<XmlElement, BadXml> {
  const parser = new SaxesParser({ xmlns: false });
  parser.ENTITIES = xmlEntities();
  const open: Growing[] = [];
  const found: { root: XmlElement | null; bad: BadXml | null } = { root: null, bad: null };
  let count = 0;
  let comment = '';
  const refuse = (message: string) => {
    found.bad ??= { type: 'BadXml', message: message.slice(0, 300), line: parser.line, column: parser.column };
  };
  const addText = (words: string) => {
    const children = open.at(-1)?.children;
    if (children === undefined) return;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + words;
    else children.push(words);
    if (comment !== '' && words.trim() !== '') comment = '';
  };
  parser.on('error', (error) => { refuse(wordsOf(error)); });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) refuse('the doctype defines entities, which are not read for safety');
  });
  parser.on('comment', (words) => { comment = words.trim(); });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    const element = { name: localName(tag.name), attributes: localAttributes(tag.attributes), children: [], line: parser.line, comment };
    comment = '';
    count += 1;
    if (count > MOST_ELEMENTS) refuse(`there are more than ${MOST_ELEMENTS} elements`);
    if (open.length >= MOST_LEVELS) refuse(`elements stand more than ${MOST_LEVELS} levels deep in each other`);
    open.at(-1)?.children.push(element);
    open.push(element);
    found.root ??= element;
  });
  parser.on('closetag', () => {
    open.pop();
    comment = '';
  });

  // The parser would throw at half a character, or wait for its other half; control characters come along from word processors.
  const whole = text.replace(HALF, '\ufffd').replace(CONTROL, ' ');
  for (let at = 0; at < whole.length && found.bad === null; at += PIECE) parser.write(whole.slice(at, at + PIECE));
  if (found.bad === null) parser.close();
  if (found.bad !== null) return fail(found.bad);
  return found.root === null ? fail({ type: 'BadXml', message: 'there is no element', line: 1, column: 0 }) : ok(found.root);
}

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** No XML may have these; NUL is left, by which other kinds of files are told. */
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f]/g;

/** The parser's own words, without the place that it puts before them and the full stop behind. */
const wordsOf = (error: Error) => error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: Record<string, string>): { readonly [name: string]: string } {
  const local = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('xmlns:')) continue;
    const short = localName(name);
    if (short === name || local[short] === undefined) local[short] = value;
  }
  return local;
}

/** `badXml` as a sentence that names the place. */
export const badXmlWords = ({ line, column, message }: BadXml) => `this is not well-formed XML: line ${line}, column ${column}: ${message}`;

export const elementsOf = (element: XmlElement): XmlElement[] => element.children.filter((child) => typeof child !== 'string');

export const childrenOf = (element: XmlElement, name: string): XmlElement[] => elementsOf(element).filter((child) => child.name === name);

export const childOf = (element: XmlElement, name: string): XmlElement | null =>
  elementsOf(element).find((child) => child.name === name) ?? null;

/** All text inside, white space as it stands. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The markup inside, written so that an HTML parser reads it as it was meant (`<br/>`, but `<p></p>`). */
export const innerXml = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? escaped(child) : outerXml(child))).join('');

/** The element itself, as `innerXml` writes it. */
export function outerXml(element: XmlElement): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`);
  const start = `<${element.name}${attributes.join('')}`;
  return element.children.length === 0 && VOID.has(element.name) ? `${start}/>` : `${start}>${innerXml(element)}</${element.name}>`;
}

/** Those that HTML never closes. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
