import type { ImportedExercise, ImportedItem } from '../imported.ts';
import { asksForCloze, HOLE, sidesOf, type CardSides, type Hole } from './card-sides.ts';
import { htmlToText } from './plain-text.ts';
import { sourceIdOf, type Card, type Note } from './note.ts';
import { sideWords, withoutSound } from './side-words.ts';
import type { Media } from './media.ts';

export interface CardItem {
  readonly item: ImportedItem;
  /** The names of pictures among the media that its Markdown uses. */
  readonly pictures: readonly string[];
}

/** An answer of more words is no longer one that two people would write alike. */
const SHORT = { characters: 40, words: 5 };
/** What is left out of a text leaves less freedom. Characters. */
const LONGEST_BLANK = 100;
const CRITERION = 'The answer says what the back of the card says.';

/** The exercise of one card: written where an answer can be compared, else judged by the learner as Anki leaves it. */
export function cardToItem(note: Note, card: Card, media: Media): CardItem {
  const { type, guid } = note;
  const template = type.templates.get(type.isCloze ? 0 : card.ord);
  const kind = `${type.name}: ${type.isCloze ? `c${card.ord + 1}` : (template?.name ?? `card ${card.ord + 1}`)}`;
  const base = { sourceId: sourceIdOf(guid, card.ord), kind };
  const skip = (reason: string): CardItem => {
    const title = titleOf(htmlToText(note.fields.values().next().value ?? ''));
    return { item: { ...base, title, status: 'skipped', reason, exercise: null }, pictures: [] };
  };
  if (template === undefined) return skip('Its note type has no template for this card.');
  if (type.isOcclusion) return skip('It covers parts of a picture, which a script of Anki draws.');

  const sides = sidesOf(note, card, template);
  const asked = asText(sides.question, sides.holes);
  const question = sideWords(asked, media);
  if (question.markdown === '') return skip(whyEmpty('question', question.lost));
  if (type.isCloze && sides.holes.length === 0) {
    return skip(asksForCloze(template) ? `Nothing in its text is left out under c${card.ord + 1}.` : 'Its template shows no text with something left out.');
  }
  const back = sideWords(sides.answer, media);
  const made = type.isCloze
    ? clozeExercise(sides, question.markdown, back.markdown, media)
    : plainExercise(sides, question.markdown, back.markdown);
  if (made === null) return skip(whyEmpty('answer', back.lost));
  const hints = sides.hints.map((hint) => sideWords(hint, media));
  const lost = [...new Set([...question.lost, ...back.lost, ...hints.flatMap((hint) => hint.lost), ...made.lost])];
  const exercise = { ...made.exercise, hints: hints.map(({ markdown }) => markdown).filter((hint) => hint !== '') };
  const item: ImportedItem = {
    ...base,
    title: titleOf(textOf(asked)) || kind,
    status: lost.length === 0 ? 'imported' : 'degraded',
    reason: lost.length === 0 ? '' : `Without ${lost.join('; ')}.`,
    exercise,
  };
  return { item, pictures: [...question.pictures, ...back.pictures, ...made.pictures, ...hints.flatMap((hint) => hint.pictures)] };
}

interface Made {
  readonly exercise: ImportedExercise;
  readonly lost: readonly string[];
  readonly pictures: readonly string[];
}

function plainExercise(sides: CardSides, prompt: string, back: string): Made | null {
  const none = { lost: [], pictures: [] };
  if (sides.typed !== null) {
    const answer = textOf(sides.typed);
    if (answer !== '') {
      const explanation = htmlToText(sides.answer) === answer ? '' : back;
      return { exercise: shortText(prompt, answer, explanation), ...none };
    }
  }
  if (back === '') return null;
  const answer = textOf(sides.answer);
  if (isShort(answer) && !hasPicture(back)) return { exercise: shortText(prompt, answer, ''), ...none };
  return { exercise: selfJudged(prompt, back, ''), ...none };
}

function clozeExercise(sides: CardSides, prompt: string, back: string, media: Media): Made {
  const answers = sides.holes.map(({ answer }) => textOf(answer));
  if (answers.every((answer) => answer !== '' && answer.length <= LONGEST_BLANK && !/[\n\\]/.test(answer))) {
    const pictures = [...prompt.matchAll(/!\[(?:[^\]\\]|\\.){0,1000}\]\([^)\s]{1,1000}\)/g)].map(([picture]) => picture);
    const exercise: ImportedExercise = {
      type: 'FILL_BLANKS',
      prompt: ['Fill in what is left out.', ...pictures].join('\n\n'),
      text: withBlanks(withoutSound(sides.question).html, sides.holes),
      blanks: answers.map((answer, i) => ({ id: `b${i + 1}`, accept: [answer] })),
      hints: [],
      ...(back === '' ? {} : { explanation: back }),
    };
    return { exercise, lost: sides.holes.flatMap(({ answer }) => withoutSound(answer).lost), pictures: [] };
  }
  const words = sides.holes.map(({ answer }) => sideWords(answer, media));
  const sample = words.map(({ markdown }) => markdown).filter((markdown) => markdown !== '').join('\n\n');
  const lost = [...words.flatMap((each) => each.lost), ...(sample === '' ? ['what is left out'] : [])];
  return {
    exercise: selfJudged(prompt, sample === '' ? '–' : sample, back),
    lost,
    pictures: words.flatMap((each) => each.pictures),
  };
}

const shortText = (prompt: string, answer: string, explanation: string): ImportedExercise => ({
  type: 'SHORT_TEXT',
  prompt,
  accept: [answer],
  hints: [],
  ...(explanation === '' ? {} : { explanation }),
});

const selfJudged = (prompt: string, sample: string, explanation: string): ImportedExercise => ({
  type: 'FREE_FORM',
  prompt,
  rubric: { criteria: [CRITERION], sample },
  hints: [],
  ...(explanation === '' ? {} : { explanation }),
});

/** A text with `{{b1}}` where something is left out, Anki's own hint behind it; what only looks like a blank is parted. */
function withBlanks(html: string, holes: readonly Hole[]): string {
  return htmlToText(html)
    .replace(/\{\{(?=[a-z0-9.-]+\}\})/g, '{\u200b{')
    .replace(HOLE, (_, index: string) => {
      const hint = htmlToText(holes[Number(index)]?.hint ?? '');
      return `{{b${Number(index) + 1}}}${hint === '' ? '' : ` [${hint}]`}`;
    });
}

/** For those who judge themselves: `[…]`, or the hint in its place. */
const asText = (question: string, holes: readonly Hole[]): string =>
  question.replace(HOLE, (_, index: string) => {
    const hint = holes[Number(index)]?.hint ?? '';
    return `[${hint.trim() === '' ? '…' : hint}]`;
  });

const textOf = (html: string): string => htmlToText(withoutSound(html).html);

/** Several answers in one, or a formula, are not short: a learner who gives one of them would be told that it is wrong. */
const isShort = (answer: string): boolean =>
  answer !== '' &&
  answer.length <= SHORT.characters &&
  answer.split(/\s+/).length <= SHORT.words &&
  !/[\n;/()[\]\\|]|,\s/.test(answer);

const hasPicture = (markdown: string): boolean => /!\[[^\]]{0,1000}\]\(/.test(markdown);

const whyEmpty = (side: 'question' | 'answer', lost: readonly string[]): string =>
  lost.length === 0 ? `There is nothing on its ${side}'s side.` : `Its ${side} cannot be carried over: ${lost.join('; ')}.`;

const titleOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${Array.from(line).slice(0, 79).join('')}…` : line;
};
