import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import type { ImportedFile, ImportedItem } from '../imported.ts';
import { questionsOf } from './questions.ts';
import { readAikenQuestion } from './read-aiken-question.ts';

/**
 * Questions in Aiken: words, options `A.` or `A)`, `ANSWER: B`. Read more kindly than Moodle does: small letters, words on
 * several lines, blank lines anywhere. A broken question is one `skipped` item. `file` is its name, for messages.
 */
export function importAiken(text: string, file: string): Result<ImportedFile, BadFile> {
  if (text.includes('\0')) return fail(badFile(`${file} is no text: it holds bytes of another kind of file.`));
  const items = questionsOf(text).map((question): ImportedItem => readAikenQuestion(question));
  return ok({ title: null, licence: null, lessons: items.length === 0 ? [] : [{ title: '', content: '', items, assets: {} }] });
}
