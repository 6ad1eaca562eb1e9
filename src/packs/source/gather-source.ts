import type { Assets, CourseDoc } from '../course-doc.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { inOrder, type BadCourse, type PackError } from '../pack-error.ts';
import { isText, MOST_FILES } from './course-folder.ts';
import { readCourse, type CourseFiles } from './parse-course.ts';

/** A course's folder as its files say it. Paths are from the folder, with `/`. */
export interface Source {
  readonly files: CourseFiles;
  /** Whatever else lies with the lessons: pictures and the like. */
  readonly assets: Assets;
  /** What could not be read, and is in neither. */
  readonly findings: readonly PackError[];
}

/** Takes in the files of a folder, one after the other, from wherever they come. */
export interface Gathering {
  /** By its size in bytes: one that is too large is told, and not to be read. */
  admits(file: string, size: number): boolean;
  take(file: string, bytes: Uint8Array<ArrayBuffer>): void;
  /** Why it is not read. */
  refuse(file: string, expected: string, found: string): void;
  /** Why this cannot be the folder of one course, as `holds more than 200 MB. …`; null: it can. */
  tooMuch(): string | null;
  readonly source: Source;
}

/** Far beyond any lesson, any picture, any course. Bytes. */
const LARGEST = { text: 5_000_000, asset: 50_000_000, all: 200_000_000 };

/** As `no course.yaml in …`. `courses`: folders below that do hold a course; `otherwise`: what to do where there is none. */
export function noCourseIn(folder: string, courses: readonly string[], otherwise: string): string {
  const hint = courses.length === 0 ? otherwise : `Did you mean ${courses.slice(0, MOST_NAMED).join(', or ')} in it?`;
  return `no course.yaml in ${folder}. ${hint}`;
}
const MOST_NAMED = 5;

export function gatherSource(): Gathering {
  const files: Record<string, string> = {};
  const assets: Record<string, Uint8Array> = {};
  const findings: PackError[] = [];
  let bytes = 0;
  let count = 0;
  const refuse = (file: string, expected: string, found: string, line = 1): void =>
    void findings.push({ type: 'BadContent', file, line, field: '', expected, found });
  return {
    admits(file, size) {
      const largest = isText(file) ? LARGEST.text : LARGEST.asset;
      if (size > largest) refuse(file, `a file of at most ${largest / 1e6} MB`, `${(size / 1e6).toFixed(1)} MB`);
      return size <= largest;
    },
    take(file, content) {
      bytes += content.length;
      count += 1;
      const text = isText(file) ? textOf(content) : null;
      if (text === null) assets[file] = content;
      else if (text.ok) files[file] = text.text;
      else refuse(file, 'UTF-8 text', text.found, text.line);
    },
    refuse: (file, expected, found) => refuse(file, expected, found),
    tooMuch() {
      const most = bytes > LARGEST.all ? `${LARGEST.all / 1e6} MB` : count > MOST_FILES ? `${MOST_FILES} files` : null;
      return most === null ? null : `holds more than ${most}. Is it the folder of one course?`;
    },
    source: { files, assets, findings },
  };
}

/** What the folder says as a course, or everything that is wrong with it. */
export function readGathered({ files, assets, findings }: Source): Result<CourseDoc, BadCourse> {
  const read = readCourse(files, Object.keys(assets));
  if (read.ok && findings.length === 0) return ok(read.value);
  // What could not be read is missing for the course too: told once.
  const unread = new Set(findings.map(({ file }) => file));
  const more = read.ok ? [] : read.error.findings.filter(({ type, expected }) => type !== 'MissingFile' || !unread.has(expected));
  return fail({ type: 'BadCourse', findings: inOrder([...findings, ...more]) });
}

type Text = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly line: number; readonly found: string };

function textOf(bytes: Uint8Array): Text {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // Every byte before the first that is none of UTF-8 reads the same in both.
    const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const line = lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length;
    const isUtf16 = [0xfffe, 0xfeff].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0));
    return { ok: false, line, found: isUtf16 ? 'UTF-16 (save it as UTF-8)' : 'bytes that are none (save it as UTF-8)' };
  }
}
