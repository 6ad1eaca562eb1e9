import type { Markup } from '../../html/markup.ts';
import type { ImportedExercise } from '../../imported.ts';
import { childrenOf, type XmlElement } from '../../xml-tree.ts';
import { allNamed } from '../qti-names.ts';
import { materialOf, type Parts } from './read-parts.ts';

/** An item of QTI 1.2 on its way. */
export interface FirstItem {
  readonly root: XmlElement;
  readonly parts: Parts;
  readonly lost: Set<string>;
  readonly picture: (source: string) => string | null;
  /** Markdown. */
  readonly words: (nodes: readonly Markup[], form?: 'blocks' | 'words') => string;
}

/** What all types share. */
export function base({ root, parts, words }: FirstItem): Pick<ImportedExercise, 'prompt'> & { hints: string[]; explanation?: string } {
  const feedback = ['general_fb', 'correct_fb'].map((ident) => words(feedbackOf(root, ident))).filter((said) => said !== '');
  const prompt = words(parts.asked) || words([root.attributes.title ?? '']) || 'Answer the question.';
  return { prompt, hints: [], ...(feedback.length === 0 ? {} : { explanation: feedback.join('\n\n') }) };
}

export const materialsIn = (element: XmlElement): Markup[] => allNamed(element, 'material').flatMap(materialOf);

export const feedbackOf = (root: XmlElement, ident: string): Markup[] =>
  childrenOf(root, 'itemfeedback').filter(({ attributes }) => attributes.ident === ident).flatMap(materialsIn);
