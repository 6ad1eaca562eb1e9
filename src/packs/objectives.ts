import type { FrontMatter } from './source/source-shapes.ts';

/** What a lesson teaches: words, and an id where exercises name it. */
type Objective = FrontMatter['objectives'][number];

export const objectiveText = (objective: Objective): string => (typeof objective === 'string' ? objective : objective.text);

export const objectiveId = (objective: Objective): string | null => (typeof objective === 'string' ? null : objective.id);

/** The same objective in other words. */
export const reworded = (objective: Objective, text: string): Objective => (typeof objective === 'string' ? text : { ...objective, text });
