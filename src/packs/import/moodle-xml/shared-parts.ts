import { ID_PATTERN } from '../../source/shape-words.ts';
import type { ImportedExercise } from '../imported.ts';
import { all, plain, type Question } from './question.ts';
import { childOf } from '../xml-tree.ts';

type Shared = { hints: string[]; prompt: string; points: number } & Partial<Pick<ImportedExercise, 'explanation' | 'level' | 'required'>>;

/** What all types have; `prompt` where it is not simply the question's text. */
export function sharedParts(question: Question, prompt = promptOf(question)): Shared {
  const { element, markdown } = question;
  const explanation = markdown(childOf(element, 'generalfeedback'));
  const hints = all(element, 'hint').map((hint) => markdown(childOf(hint, 'hintcontent') ?? hint));
  const points = Number(plain(element, 'defaultgrade') || plain(element, 'defaultmark') || '1');
  const tags = tagsOf(question);
  const level = (['BEGINNER', 'INTERMEDIATE', 'ADVANCED'] as const).find((name) => tags.includes(`level: ${name.toLowerCase()}`));
  return {
    prompt,
    ...(explanation === '' ? {} : { explanation }),
    hints: [...new Set(hints.filter((hint) => hint !== ''))],
    points: Number.isInteger(points) && points >= 1 ? points : 1,
    ...(level === undefined ? {} : { level }),
    ...(tags.includes(NOT_REQUIRED) ? { required: false } : {}),
  };
}

/** The tag of an exercise that need not be solved. */
export const NOT_REQUIRED = 'not required';
/** The tag of one whose starter has a fault in it. */
export const FIX_BUG = 'fix the bug';
export const hasTag = (question: Question, tag: string): boolean => tagsOf(question).includes(tag);

/** Empty where the question has no words. */
export function promptOf({ element, markdown, picture }: Question): string {
  const prompt = markdown(childOf(element, 'questiontext'));
  // As Moodle 1 had it.
  const old = plain(element, 'image_base64');
  const kind = /\.(png|jpe?g|gif)$/i.exec(plain(element, 'image'))?.[1]?.toLowerCase() ?? 'png';
  const path = old === '' ? null : picture(`data:image/${kind.replace('jpg', 'jpeg')};base64,${old}`);
  return path === null ? prompt : `${prompt}\n\n![](${path})`.trim();
}

function tagsOf({ element }: Question): string[] {
  const tags = childOf(element, 'tags');
  return tags === null ? [] : all(tags, 'tag').map((tag) => plainTag(tag));
}
const plainTag = (tag: Parameters<typeof plain>[0]): string => plain(tag, 'text').toLowerCase();

/** Ids for parts that have none: `a`, `b` … `z`, `a1`, `b1`; one that an `id` attribute gives is kept where it may be one. */
export function partIds(elements: readonly { readonly attributes: { readonly [name: string]: string } }[]): string[] {
  const taken = new Set<string>();
  const given = elements.map(({ attributes: { id } }) => {
    const isFree = id !== undefined && ID_PATTERN.test(id) && !taken.has(id);
    if (isFree) taken.add(id);
    return isFree ? id : null;
  });
  let next = 0;
  return given.map((id) => {
    if (id !== null) return id;
    for (;;) {
      const made = `${String.fromCharCode(97 + (next % 26))}${next < 26 ? '' : Math.floor(next / 26)}`;
      next += 1;
      if (!taken.has(made)) return made;
    }
  });
}
