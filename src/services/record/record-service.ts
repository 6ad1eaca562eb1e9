import type { Id } from '../../../db/models/ids.ts';

/** A file to be handed to `platform.files`. */
export interface RecordFile {
  readonly name: string;
  readonly text: string;
  readonly mediaType: 'text/csv' | 'application/json';
}

/** What a learner did, for themself, a teacher or a spreadsheet. It is no backup: nothing reads it back. */
export interface RecordService {
  /** `csv`: a row for each answer; `json`: answers, steps taken and progress by course. Oldest first. */
  export(userId: Id, format: 'csv' | 'json'): Promise<RecordFile>;
}
