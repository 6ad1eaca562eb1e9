import { isElement, wordsOf, type Markup } from '../../html/markup.ts';
import { holeAt, partsAroundHoles, type Blank } from '../../moodle-xml/blanks.ts';
import { plainText } from '../../moodle-xml/plain-text.ts';
import { idAt, noted, type Outcome } from '../mapped.ts';
import { oneOf, textsOf } from './keys.ts';
import { base, type FirstItem } from './first-item.ts';
import type { Response } from './read-parts.ts';

/** Several things to answer: pairs to be matched, else a text with blanks. */
export function mapSeveral(item: FirstItem): Outcome {
  const { responses, type } = item.parts;
  if (responses.some(({ kind, isMultiple }) => (kind !== 'choice' && kind !== 'text') || isMultiple)) {
    return { why: 'its parts are answered in ways that cannot be asked together' };
  }
  if (type.includes('fill_in_multiple_blanks')) return inBlanks(item, responses.map(allOf));
  const keys = responses.map((response) => (response.kind === 'choice' ? oneOf(item.root, response) : textsOf(item.root, response)));
  for (const key of keys) if ('why' in key) return key;
  const rights = keys.map((key) => ('why' in key ? [] : key.right));
  const note = noted(...keys.map((key) => ('why' in key ? '' : key.note)));
  const pairs = responses.every(({ kind }) => kind === 'choice') ? matching(item, rights) : null;
  if (pairs !== null) return { exercise: pairs, note };
  const made = inBlanks(item, responses.map((response, i) => blankOf(response, rights[i] ?? [])));
  return 'why' in made ? made : { ...made, note: noted(made.note, note) };
}

const plain = (nodes: readonly Markup[]): string => plainText(nodes).replace(/\s+/g, ' ').trim();

/** Each option of a blank to be written is an answer. */
const allOf = ({ options }: Response): Omit<Blank, 'id'> => ({ accept: textsIn(options) });
const textsIn = (options: Response['options']): string[] =>
  [...new Set(options.map(({ words }) => plain(words)))].filter((text) => text !== '');

function blankOf({ kind, options }: Response, right: readonly string[]): Omit<Blank, 'id'> {
  if (kind === 'text') return { accept: [...right] };
  const accept = options.filter(({ ident }) => right.includes(ident)).map(({ words }) => plain(words));
  return { accept: [...new Set(accept)], caseSensitive: true, choices: textsIn(options) };
}

/** Where all are answered by the same options, and each has words of its own; null where that is not so. */
function matching(item: FirstItem, rights: readonly (readonly string[])[]) {
  const { responses } = item.parts;
  if (responses.some(({ label }) => isPlaceholder(item, plain(label)))) return null;
  const left = responses.map(({ label }) => item.words(label, 'words'));
  const texts = responses.map(({ options }) => options.map(({ words }) => item.words(words, 'words')));
  const [right = []] = texts.map((all) => [...new Set(all)]);
  const isSame = texts.every((all) => new Set(all).size === right.length && all.every((text) => right.includes(text)));
  if (!isSame || new Set(left).size < left.length || left.includes('')) return null;
  const matchOf = (i: number): string => {
    const at = responses[i]?.options.findIndex(({ ident }) => ident === rights[i]?.[0]) ?? -1;
    return `r${right.indexOf(texts[i]?.[at] ?? '') + 1}`;
  };
  return {
    type: 'MATCHING' as const,
    ...base(item),
    left: left.map((text, i) => ({ id: idAt(i), text, match: matchOf(i) })),
    right: right.map((text, i) => ({ id: `r${i + 1}`, text })),
  };
}

const isPlaceholder = ({ parts }: FirstItem, name: string): boolean => name !== '' && wordsOf(parts.asked).includes(`[${name}]`);

/** A blank stands where its name stands in brackets; else behind the words, with its label before it. */
function inBlanks(item: FirstItem, made: readonly Omit<Blank, 'id'>[]): Outcome {
  const { asked, responses } = item.parts;
  const blanks = made.map((blank, i): Blank => ({ id: `b${i + 1}`, ...blank }));
  if (blanks.some(({ accept = [] }) => accept.length === 0 || accept.includes(''))) return { why: 'no key: a blank has no right answer' };
  const names = responses.map(({ label }) => plain(label));
  const put = (nodes: readonly Markup[]): Markup[] =>
    nodes.map((node) => {
      if (isElement(node)) return { ...node, children: put(node.children) };
      return names.reduce((text, name, i) => (name === '' ? text : text.replace(`[${name}]`, holeAt(i))), node);
    });
  const inside = put(asked);
  const shown = wordsOf(inside);
  const behind = responses.flatMap(({ label }, i): Markup[] =>
    shown.includes(holeAt(i)) ? [] : [{ name: 'p', attributes: {}, children: [...label, ' ', holeAt(i)] }],
  );
  const around = { picture: item.picture, lose: (what: string) => void item.lost.add(what) };
  const { task, filled } = partsAroundHoles([...inside, ...behind], true, blanks, around);
  return { exercise: { type: 'FILL_BLANKS', ...base(item), prompt: task, text: filled, blanks }, note: '' };
}
