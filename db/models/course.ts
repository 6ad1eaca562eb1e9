import type { CodeLanguage, DifficultyLevel } from './enums.ts';
import type { Row, SoftDeletable, Timestamped } from './row.ts';

export interface Course extends Row, Timestamped, SoftDeletable {
  readonly title: string;
  readonly slug: string;
  /** Markdown. */
  readonly description: string;
  readonly difficulty: DifficultyLevel;
  /** The language it is written in, as a BCP 47 tag. */
  readonly language: string;
  /** The language its code is in; null for a course without code. */
  readonly programmingLanguage: CodeLanguage | null;
  readonly order: number;
  readonly isPublished: boolean;
}
