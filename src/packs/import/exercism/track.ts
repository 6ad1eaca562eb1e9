import type { CodeLanguage } from '../../../../db/models/enums.ts';
import type { CodeFiles } from '../../../../db/models/exercise.ts';
import type { Result } from '../../../core/result.ts';

/** Something is not there that is needed; `reason` is in plain words. */
export interface Missing {
  readonly type: 'Missing';
  readonly reason: string;
}

/** What an exercise of a track is run with. */
export interface TrackExercise {
  readonly id: string;
  /** The learner's files as they find them. */
  readonly starter: Result<CodeFiles, Missing>;
  /** The track's own solution, under the names of the learner's files. */
  readonly solution: Result<CodeFiles, Missing>;
  /** What lies beside both: data, helpers of the tests. */
  readonly others: CodeFiles;
  /** The learner's first file. */
  readonly entry: string;
  readonly tests: readonly { readonly file: string; readonly source: string }[];
}

/** What an exercise says in words; empty where it has no such file. Markdown, as the track writes it. */
export interface TrackDocs {
  readonly introduction: string;
  readonly instructions: string;
  readonly appends: readonly string[];
  readonly hints: string;
}

/** One exercise as the track lists it. */
export interface ListedExercise {
  readonly slug: string;
  readonly uuid: string | null;
  readonly name: string;
  /** What it is about, in a sentence; empty where nobody wrote one. */
  readonly blurb: string;
  /** From 1 to 10; null where the track does not say. */
  readonly difficulty: number | null;
  /** `deprecated`, `wip`, `beta`, `active`; empty where the track does not say. */
  readonly state: string;
  readonly docs: TrackDocs;
  readonly read: Result<TrackExercise, Missing>;
}

export interface Track {
  readonly title: string | null;
  readonly language: CodeLanguage;
  /** An SPDX identifier, where its licence is a known one. */
  readonly licence: string | null;
  readonly authors: readonly string[];
  /** In the track's own order. */
  readonly exercises: readonly ListedExercise[];
}
