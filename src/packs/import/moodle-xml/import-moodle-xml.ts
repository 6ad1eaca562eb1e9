import { ok, type Result } from '../../../core/result.ts';
import type { BadFile } from '../bad-file.ts';
import type { ImportedFile, ImportedItem, ImportedLesson } from '../imported.ts';
import { childOf, textOf, type XmlElement } from '../xml-tree.ts';
import { pictureShelf, type PictureShelf } from './pictures.ts';
import { openQuestion, plain, rawText, type Question, type Taken } from './question.ts';
import { readQuestions, type Broken } from './read-questions.ts';
import { takeQuestion } from './take-question.ts';

/**
 * A file of questions as Moodle exports it. A category is a lesson; a description is words of its lesson, and its item,
 * `imported`, has no exercise. `file` is its name, for messages.
 */
export function importMoodleXml(text: string, file: string): Result<ImportedFile, BadFile> {
  const questions = readQuestions(text, file);
  if (!questions.ok) return questions;
  const lessons = new Map<string, Lesson>();
  let lesson: Lesson | null = null;
  for (const element of questions.value) {
    if (element.name !== null && typeOf(element) === 'category') {
      const path = plain(element, 'category');
      lesson = lessons.get(path) ?? openLesson(titleOf(path));
      lessons.set(path, lesson);
      lesson.addContent(element);
    } else {
      lesson ??= openLesson('');
      if (!lessons.has('') && lessons.size === 0) lessons.set('', lesson);
      if (element.name === null) lesson.addBroken(element);
      else lesson.add(element);
    }
  }
  return ok({ title: null, licence: null, lessons: [...lessons.values()].map(({ written }) => written()).filter(isWorthIt) });
}

const isWorthIt = ({ items, content }: ImportedLesson): boolean => items.length > 0 || content !== '';

interface Lesson {
  readonly add: (question: XmlElement) => void;
  readonly addBroken: (question: Broken) => void;
  /** What a category says of itself. */
  readonly addContent: (category: XmlElement) => void;
  readonly written: () => ImportedLesson;
}

function openLesson(title: string): Lesson {
  const shelf = pictureShelf();
  const items: ImportedItem[] = [];
  const content: string[] = [];
  return {
    add: (element) => {
      const question = openQuestion(element, shelf);
      if (typeOf(element) === 'description') {
        const words = question.markdown(childOf(element, 'questiontext'));
        content.push(words);
        items.push(words === '' ? itemOf(question, null, 'it has no words') : statementOf(question));
      } else items.push(taken(element, question));
    },
    addBroken: ({ reason }) => {
      items.push({ sourceId: null, title: 'a question that cannot be read', kind: 'question', status: 'skipped', reason, exercise: null });
    },
    addContent: (category) => {
      content.push(introduction(category, shelf));
    },
    written: () => ({ title, content: content.filter((words) => words !== '').join('\n\n'), items, assets: shelf.taken() }),
  };
}

const introduction = (category: XmlElement, shelf: PictureShelf): string =>
  openQuestion(category, shelf).markdown(childOf(category, 'info'));

/** Nothing to be answered: its words stand in the lesson. */
function statementOf(question: Question): ImportedItem {
  const lost = question.lost();
  return { ...itemOf(question, null, lost.join('; ')), status: lost.length === 0 ? 'imported' : 'degraded' };
}

/** A bad question sinks nothing but itself. */
function taken(element: XmlElement, question: Question): ImportedItem {
  const made: Taken = takeQuestion(typeOf(element), question);
  return made.ok ? itemOf(question, made.value, question.lost().join('; ')) : itemOf(question, null, made.error.reason);
}

function itemOf(question: Question, exercise: ImportedItem['exercise'], reason: string): ImportedItem {
  const { element } = question;
  return {
    sourceId: idOf(element),
    title: nameOf(element),
    kind: typeOf(element) || 'question',
    status: exercise === null ? 'skipped' : reason === '' ? 'imported' : 'degraded',
    reason,
    exercise,
  };
}

/** Its own, else the number that an export writes in a comment before it. */
function idOf(element: XmlElement): string | null {
  const number = /^question:\s*(\d+)/.exec(element.comment)?.[1];
  return plain(element, 'idnumber') || (number === undefined || number === '0' ? null : number);
}

/** Its name, else the beginning of its words. */
function nameOf(element: XmlElement): string {
  const field = childOf(element, 'questiontext');
  const words = plain(element, 'name') || (field === null ? '' : rawText(field).replace(/<[^>]{0,200}>/g, ' '));
  return words.replace(/\s+/g, ' ').trim().slice(0, 80).replace(/[\ud800-\udbff]$/, '');
}

const typeOf = (element: XmlElement): string => (element.attributes.type ?? '').trim().toLowerCase() || textOf(childOf(element, 'type') ?? NOTHING).trim();
const NOTHING: XmlElement = { name: '', attributes: {}, children: [], line: 0, comment: '' };

/** `$course$/top/Biology/Cells` is `Biology: Cells`; `//` in a name is a slash. */
function titleOf(path: string): string {
  const parts = path.split(/(?<!\/)\/(?!\/)/).map((part) => part.replaceAll('//', '/').trim());
  const names = parts.filter((part, at) => part !== '' && !/^\$[\w$]+\$$/.test(part) && !(part === 'top' && at <= 1));
  return names.slice(-2).join(': ');
}
