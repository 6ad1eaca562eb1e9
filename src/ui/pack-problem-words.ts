import { formatBytes } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { failureWords, type SayableFailure } from './failure-words.ts';

/** Why a course's file was not taken, as services and readers give it. Needs the words of `add-course`. */
export type PackProblem =
  | { readonly type: 'BadPack'; readonly reason: string; readonly message: string; readonly needs: string | null }
  | { readonly type: 'IdTaken'; readonly id: string; readonly title: string }
  | { readonly type: 'Cancelled' }
  | Extract<SayableFailure, { readonly type: 'QuotaExceeded' | 'StaleTab' | 'StoreFailed' | 'DataNewerThanApp' }>;

export interface ProblemWords {
  /** What it is. */
  readonly title: string;
  /** What to do. */
  readonly why: string;
}

/** Bytes: of a file, and of what it unfolds into. */
export const LARGEST_FILE = 200 * 1024 * 1024;

export function packProblemWords(problem: PackProblem, appVersion: string): ProblemWords {
  switch (problem.type) {
    case 'BadPack': {
      const { reason, needs } = problem;
      const values = { reason, needs: needs ?? '', version: appVersion, most: formatBytes(LARGEST_FILE) };
      return { title: t('add.not', values), why: t('add.notWhy', values) };
    }
    case 'IdTaken': {
      const { id, title } = problem;
      return { title: t('add.not', { reason: problem.type }), why: t('add.notWhy', { reason: problem.type, id, title }) };
    }
    case 'Cancelled':
      return { title: t('add.not', { reason: problem.type }), why: t('add.stopped') };
    default:
      return { title: t('add.not', { reason: problem.type }), why: failureWords(problem) };
  }
}
