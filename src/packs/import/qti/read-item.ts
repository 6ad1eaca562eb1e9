import { isElement, type Markup, type MarkupElement } from '../html/markup.ts';
import { markupToMarkdown } from '../html-to-markdown.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { declarationsOf } from './declarations.ts';
import { plainWords } from './plain-words.ts';
import { allNamed } from './qti-names.ts';
import { processed, type Processed, type Processing } from './processing.ts';

/** One `assessmentItem`, ready to be mapped. Whatever its words lose is gathered in `lost`. */
export interface QtiItem {
  readonly root: XmlElement;
  readonly body: readonly Markup[];
  readonly processing: Processing;
  readonly lost: Set<string>;
  /** Its values are those of one draw. */
  readonly isDrawn: boolean;
  /** Markdown. */
  readonly words: (nodes: readonly Markup[], form?: 'blocks' | 'words') => string;
  readonly plain: (nodes: readonly Markup[]) => string;
  /** With all responses right; null where its processing is not understood. */
  readonly atBest: Processed | null;
}

interface Surroundings {
  /** What stands before its own words. */
  readonly stimulus: readonly Markup[];
  /** The path under which Markdown may name a picture. */
  readonly pictures: (source: string) => string | null;
  readonly isThird: boolean;
  readonly isDrawn: boolean;
}

export function readItem(root: XmlElement, { stimulus, pictures, isThird, isDrawn }: Surroundings): QtiItem {
  const lost = new Set<string>();
  const responses = declarationsOf(root, 'responseDeclaration', isThird);
  const outcomes = declarationsOf(root, 'outcomeDeclaration', isThird);
  const processing = { responses, outcomes, rules: readable(childOf(root, 'responseProcessing')) };
  const words = (nodes: readonly Markup[], form: 'blocks' | 'words' = 'blocks'): string => {
    const told = markupToMarkdown(nodes, { form, imagePath: pictures });
    for (const name of told.lost) lost.add(name);
    if (told.images.some((source) => pictures(source) === null)) lost.add('a picture that the file does not hold');
    return told.markdown;
  };
  const body = childrenOf(root, 'itemBody').flatMap(({ children }) => children);
  return {
    root,
    body: replaced([...stimulus, ...body], (element) => {
      // What is said to an option stands in it, and is looked for there.
      if (element.name === 'choiceInteraction') return [element];
      return isForLearners(element) ? null : [];
    }),
    processing,
    lost,
    isDrawn,
    words,
    plain: (nodes) => plainWords(nodes, lost),
    atBest: processed(processing, new Map([...responses].map(([id, { correct }]) => [id, correct]))),
  };
}

/** It is run once for each possible answer, so there is an end to what is understood of it. */
const MOST_RULES = 5_000;
const readable = (rules: XmlElement | null): XmlElement | null =>
  rules !== null && allNamed(rules, 'baseValue', 'variable', 'responseCondition').length > MOST_RULES
    ? { ...rules, children: [{ ...rules, name: 'tooManyRules', children: [] }] }
    : rules;

const NOT_SHOWN = new Set(['feedbackInline', 'feedbackBlock', 'stylesheet', 'catalogInfo', 'templateBlock', 'templateInline', 'endAttemptInteraction']);

function isForLearners({ name, attributes }: MarkupElement): boolean {
  if (name === 'rubricBlock') return /(?:^|\s)(?:candidate|testtaker)(?:\s|$)/i.test(attributes.view ?? 'candidate');
  if (name === 'feedbackBlock' || name === 'feedbackInline') return attributes.showHide === 'hide';
  return !NOT_SHOWN.has(name);
}

/** The tree with some of its elements put otherwise; null: as it is. */
export const replaced = (nodes: readonly Markup[], otherwise: (element: MarkupElement) => readonly Markup[] | null): Markup[] =>
  nodes.flatMap((node): readonly Markup[] => {
    if (!isElement(node)) return [node];
    return otherwise(node) ?? [{ ...node, children: replaced(node.children, otherwise) }];
  });

export const isInteraction = ({ name }: { readonly name: string }): boolean => name.endsWith('Interaction');

/** Those that stand within a sentence. */
const INLINE = new Set(['textEntryInteraction', 'inlineChoiceInteraction']);
export const isInline = ({ name }: { readonly name: string }): boolean => INLINE.has(name);

const GAP = '_____';
/** A line with nothing but a gap, as Markdown has it: the field to write in stands below anyway. */
const LONE_GAP = /(?<=^|\n\n)(?:\\_){5}\.?(?=\n\n|$)/g;

/** The item's words around one of its interactions, the others as gaps. `shown`: what stands in its own place. */
export function promptOf(item: QtiItem, interaction: MarkupElement, shown: readonly Markup[] | null = null): string {
  const nodes = replaced(item.body, (element) => {
    if (!isInteraction(element)) return null;
    if (isInline(element)) return [GAP];
    const own = element.children.filter(isElement).filter(({ name }) => name === 'prompt');
    return element === interaction ? [...own.map((prompt) => ({ ...prompt, name: 'div' })), ...(shown ?? [])] : [];
  });
  const words = item.words(nodes).replace(LONE_GAP, '').replace(/\n{3,}/g, '\n\n').trim();
  const title = item.plain([item.root.attributes.title ?? '']);
  return words !== '' ? words : item.words([title]) || 'Answer the question.';
}

/** In the order of the file. */
export const interactionsOf = (nodes: readonly Markup[]): MarkupElement[] =>
  nodes.filter(isElement).flatMap((node) => (isInteraction(node) ? [node] : interactionsOf(node.children)));
