import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import type { ImportedFile, ImportedItem, ImportedLesson } from '../imported.ts';
import { foreignMarkdown, type ForeignMarkdown } from '../markdown-quiz/foreign-markdown.ts';
import { bare } from '../markdown-quiz/lines.ts';
import type { Files } from '../markdown-quiz/pictures.ts';
import { itemsOf } from './lia-item.ts';
import { readLia, type LiaLine } from './lia-lines.ts';
import { readSection } from './lia-section.ts';
import { reduceLia } from './lia-text.ts';

/** Characters. */
const LONGEST = 20_000_000;

/**
 * A LiaScript course (https://liascript.github.io): a lesson for each section, quizzes as exercises. What only LiaScript
 * shows (effects, voices, macros, films) is reduced to its words, and a lesson says at its end what was left out.
 * `file` is its path among `files`, from which pictures are taken.
 */
export function importLiaScript(text: string, file: string, files: Files): Result<ImportedFile, BadFile> {
  if (text.length > LONGEST) return fail(badFile(`${file} is too long to be a course: over ${LONGEST / 1_000_000} million characters.`));
  if (text.includes('\0')) return fail(badFile(`${file} is no text: it holds bytes of another kind of file.`));
  const read = readLia(text);
  if (read === null) return fail(badFile(`The comment at the head of ${file} never ends: \`-->\` is expected.`, 1));
  const { header, lines } = read;
  const parts = sectionsOf(lines);
  const lessons = parts.map((part) => lessonOf(lines, part, file, files)).filter(({ content, items }) => content !== '' || items.length > 0);
  if (lessons.length === 0) return fail(badFile(`${file} holds no section with words in it.`));
  const title = parts.find(({ level }) => level === 1)?.title ?? header.title ?? null;
  return ok({ title: title === '' ? null : title, licence: licenceOf(header.license ?? header.licence ?? ''), lessons });
}

const licenceOf = (said: string): string | null => (/^(?:CC-BY|CC0|MIT|Apache|GPL|LGPL|MPL|BSD|ISC)[\w.+-]*$/i.test(said) ? said : null);

interface Part {
  readonly level: number;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

function sectionsOf(lines: readonly LiaLine[]): Part[] {
  const heads = lines.flatMap(({ text, isCode }, at) => {
    const found = isCode ? null : /^ {0,3}(#{1,6})\s+(?=\S)/.exec(text);
    if (found === null) return [];
    const words = bare(reduceLia(text.slice(found[0].length).replace(/#+\s{0,9}$/, ''), () => undefined));
    return [{ level: (found[1] ?? '').length, title: words.slice(0, 300), at }];
  });
  const first = { level: 0, title: '', at: -1 };
  return [first, ...heads].map(({ level, title, at }, i) => ({ level, title, from: at + 1, to: heads[i]?.at ?? lines.length }));
}

function lessonOf(lines: readonly LiaLine[], { title, from, to }: Part, file: string, files: Files): ImportedLesson {
  const section = readSection(lines, from, to);
  const newWords = (): ForeignMarkdown => foreignMarkdown(files, file, reduceLia);
  const prose = newWords();
  const content = prose.clean(section.content);
  const kept = [prose];
  const items = section.quizzes.flatMap((quiz): ImportedItem[] => itemsOf(quiz, newWords, title, (words) => kept.push(words)));
  const lost = prose.lost();
  const note = lost.length === 0 || content === '' ? '' : `\n\n*Left out of the original: ${lost.join('; ')}.*`;
  return { title, content: content + note, items, assets: Object.assign({}, ...kept.map((words) => words.assets())) as ImportedLesson['assets'] };
}
