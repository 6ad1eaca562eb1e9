import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import type { ImportedFile, ImportedItem, ImportedLesson } from '../imported.ts';
import { blocksOf, isCategory } from './blocks.ts';
import { categoryName } from './category.ts';
import { sourceIdOf } from './comments.ts';
import { GAPS, readGaps } from './gaps.ts';
import { withKept } from './kept.ts';
import { partsOf, type Parts } from './parts.ts';
import { plainFile } from './plain-file.ts';
import { readQuestion } from './read-question.ts';
import { unescaped } from './span.ts';
import { markdownOf, type Notes } from './words.ts';

/**
 * Questions in GIFT, as Moodle documents and reads it. Every block is one item: a bad one is `skipped` with its line and
 * what was expected. A category is a lesson; a block that asks nothing is words of its lesson, and its item, `imported`,
 * has no exercise. `file` is its name, for messages.
 */
export function importGift(text: string, file: string): Result<ImportedFile, BadFile> {
  if (text.includes('\0')) return fail(badFile(`${file} is no text: it holds bytes of another kind of file.`));
  const lessons = new Map<string, OpenLesson>();
  let lesson = lessonOf('');
  for (const block of blocksOf(plainFile(text))) {
    const [line = ''] = block.lines;
    if (isCategory(line)) lesson = lessonOf(categoryName(line.slice('$CATEGORY:'.length)));
    else for (const parts of partsOf(block)) add(parts);
  }
  const found = [...lessons].map(([title, { content, items }]): ImportedLesson => ({ title, content: content.join('\n\n'), items, assets: {} }));
  return ok({ title: null, licence: null, lessons: found.filter(({ items }) => items.length > 0) });

  function lessonOf(name: string): OpenLesson {
    const known = lessons.get(name) ?? { content: [], items: [] };
    lessons.set(name, known);
    return known;
  }

  function add(parts: Parts): void {
    if (parts.answers === null && parts.problem === null && parts.gaps.length === 0) lesson.items.push(description(parts, lesson.content));
    else lesson.items.push(itemOf(parts));
  }
}

interface OpenLesson {
  readonly content: string[];
  readonly items: ImportedItem[];
}

function namesOf({ line, comments, name, words }: Parts): Pick<ImportedItem, 'sourceId' | 'title'> {
  const title = name === '' ? titleOf(unescaped(words)) : name;
  return { sourceId: sourceIdOf(comments), title: title === '' ? `line ${line}` : title };
}

/** The first words of a text, without marks and tags. */
function titleOf(text: string): string {
  const plain = text.slice(0, 500).replace(/^\[[a-z]+\]|<[^<>]*>/g, ' ').replace(/\ue000(?:\d+\ue001)?/g, '_____').replace(/\s+/g, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 60).replace(/[\ud800-\udbff]$/, '').trimEnd()}…` : plain;
}

function description(parts: Parts, content: string[]): ImportedItem {
  const notes: Notes = new Set(parts.notes);
  const words = markdownOf(parts.words, 'moodle', 'blocks', notes);
  if (words !== '') content.push(words);
  return { ...namesOf(parts), kind: 'description', ...statusOf(notes), exercise: null };
}

function itemOf(parts: Parts): ImportedItem {
  const { line, comments, answers, gaps, problem } = parts;
  const skipped = (kind: string, reason: string): ImportedItem => ({
    ...{ ...namesOf(parts), kind, status: 'skipped', reason: `line ${line}: ${reason}`, exercise: null },
  });
  if (gaps.length > 0) {
    const notes: Notes = new Set(parts.notes);
    const reading = readGaps(parts.words, gaps, notes);
    if (!reading.ok) return skipped(GAPS, reading.error.reason);
    return { ...namesOf(parts), kind: GAPS, ...statusOf(notes), exercise: reading.value };
  }
  if (answers === null || problem !== null) return skipped('unknown', problem ?? 'expected answers in braces');
  const { kind, reading, notes } = readQuestion(parts, answers);
  if (!reading.ok) return skipped(kind, reading.error.reason);
  return { ...namesOf(parts), kind, ...statusOf(notes), exercise: withKept(reading.value, comments) };
}

const statusOf = (notes: Notes): Pick<ImportedItem, 'status' | 'reason'> => ({
  status: notes.size === 0 ? 'imported' : 'degraded',
  reason: [...notes].join('; '),
});
