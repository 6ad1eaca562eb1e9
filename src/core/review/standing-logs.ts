import type { GradedLog, ReviewLog } from '../../../db/models/review-log.ts';

/** The grades that were not taken back, oldest first; within one millisecond, in the order of their ids. */
export function standingLogs(logs: readonly ReviewLog[]): readonly GradedLog[] {
  const undone = new Set(logs.map((log) => (log.kind === 'UNDONE' ? log.logId : null)));
  const standing = logs.filter((log) => log.kind === 'GRADED').filter(({ id }) => !undone.has(id));
  return standing.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id)));
}
