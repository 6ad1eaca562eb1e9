import type { LessonView } from '../../services/views.ts';

/** Nothing of the lesson was tried, skipped or begun. */
export const isUntouched = ({ statuses }: Pick<LessonView, 'statuses'>): boolean => Object.values(statuses).every((status) => status === 'NOT_STARTED');
