/** One thing wrong with a course's source, precise enough to go and mend it. Plain data. */
export interface PackError {
  readonly type: 'NotYaml' | 'WrongShape' | 'UnknownField' | 'MissingFile' | 'UnusedFile' | 'BadBlock' | 'BadContent';
  /** Path inside the course folder, with `/`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Where in the YAML, as `options[2].why`; empty for the file or the block as a whole. */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** A course that cannot be used, with everything that is wrong with it, in the order of its files and lines. */
export interface BadCourse {
  readonly type: 'BadCourse';
  readonly findings: readonly PackError[];
}

/** `lessons/010-names/lesson.md:12: options[2].why: expected a reason, found nothing` */
export function packErrorToText(error: PackError): string {
  const field = error.field === '' ? '' : ` ${error.field}:`;
  return `${error.file}:${error.line}:${field} expected ${error.expected}, found ${error.found}`;
}

/** `course.yaml` first, then file by file, each from top to bottom. */
export function inOrder(findings: readonly PackError[]): PackError[] {
  return findings.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line);
}
