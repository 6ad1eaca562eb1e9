import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import type { ImportedFile, ImportedItem, ImportedLesson } from '../imported.ts';
import { answerLists, type AnswerList } from './answer-list.ts';
import { chunksOf, type Chunk } from './chunks.ts';
import { foreignMarkdown } from './foreign-markdown.ts';
import { bare, readLines, type Line } from './lines.ts';
import type { Files } from './pictures.ts';
import { readQuestion } from './read-question.ts';

/** Characters; a whole book of questions has fewer. */
export const LONGEST = 20_000_000;

/**
 * A quiz written as a Markdown list: questions under headings or numbers, options with letters or boxes, the answer
 * behind each or all at the end. `file` is its path among `files`, from which pictures are taken. What is no question is
 * passed over; a question whose right answer is not plainly told is skipped.
 */
export function importMarkdownQuiz(text: string, file: string, files: Files = {}): Result<ImportedFile, BadFile> {
  if (text.length > LONGEST) return fail(badFile(`${file} is too long to be a quiz: over ${LONGEST / 1_000_000} million characters.`));
  if (text.includes('\0')) return fail(badFile(`${file} is no text: it holds bytes of another kind of file.`));
  const lines = readLines(text);
  const lists = answerLists(lines);
  const lessons = lessonsOf();
  let title: string | null = null;
  let from = 0;
  for (const list of [...lists, null]) {
    const to = list?.from ?? lines.length;
    const chunks = chunksOf(lines, from, to);
    const answers = answersFor(chunks, list);
    chunks.forEach((chunk, i) => {
      const { start } = chunk;
      const words = foreignMarkdown(files, file);
      const item = readQuestion(lines, chunk, words, answers(chunk), lessons.heading());
      if (start?.kind === 'group') {
        title ??= start.level === 1 ? bare(start.words) : null;
        if (item === null || (chunks[i + 1]?.start?.level ?? 0) > start.level) lessons.open(bare(start.words), contentOf(lines, chunk, item));
      }
      if (item !== null) lessons.add(item, words.assets());
    });
    from = list?.to ?? to;
  }
  const found = lessons.all();
  if (found.length === 0) return fail(badFile(`${file} holds no question that could be found: no list of options, and no answer.`));
  return ok({ title, licence: null, lessons: found });

  function contentOf(all: readonly Line[], { from: start, to }: Chunk, item: ImportedItem | null): string {
    if (item !== null) return '';
    return foreignMarkdown({}, file).clean(all.slice(start, to).map((line) => line.text).join('\n'));
  }
}

/** What a list of answers says to a question, by its number; a number that two questions bear says nothing. */
function answersFor(chunks: readonly Chunk[], list: AnswerList | null): (chunk: Chunk) => readonly string[] | null {
  const asked = new Map<number, Chunk[]>();
  for (const chunk of chunks) {
    const { start, hasAnswer } = chunk;
    if (start?.kind !== 'question' || start.number === null || hasAnswer) continue;
    asked.set(start.number, [...(asked.get(start.number) ?? []).slice(-3), chunk]);
  }
  return (chunk) => {
    const { start } = chunk;
    if (list === null || start?.kind !== 'question' || start.number === null) return null;
    const rivals = asked.get(start.number) ?? [];
    // A numbered step of an explanation looks like a question without options.
    const choices = rivals.filter(({ groups }) => groups.length > 0);
    const only = choices.length > 0 ? choices : rivals;
    return only.length === 1 && only[0] === chunk ? (list.entries.get(start.number) ?? null) : null;
  };
}

/** Lessons as headings make them; one without questions is none. */
function lessonsOf() {
  const done: ImportedLesson[] = [];
  let current: { title: string; content: string; items: ImportedItem[]; assets: Record<string, Uint8Array> } = { title: '', content: '', items: [], assets: {} };
  const close = (): void => {
    if (current.items.length > 0) done.push(current);
  };
  return {
    heading: (): string => current.title,
    open: (title: string, content: string): void => {
      close();
      current = { title, content, items: [], assets: {} };
    },
    add: (item: ImportedItem, assets: { readonly [path: string]: Uint8Array }): void => {
      current.items.push(item);
      Object.assign(current.assets, assets);
    },
    all: (): readonly ImportedLesson[] => {
      close();
      return done;
    },
  };
}
