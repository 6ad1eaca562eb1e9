import type { Objective as ObjectiveOfLesson } from '../../db/models/lesson.ts';
import type { FrontMatter } from './source/source-shapes.ts';

/** What a lesson teaches: words, and an id where exercises name it. */
type Objective = FrontMatter['objectives'][number];

/** As a lesson's row holds them: one without an id is known by its place, 'o1', 'o2' … */
export function objectivesOfRow(objectives: readonly Objective[]): ObjectiveOfLesson[] {
  const given = new Set(objectives.map(objectiveId));
  const byPlace = (place: string): string => (given.has(place) ? byPlace(`${place}-`) : place);
  return objectives.map((objective, i) => ({ id: objectiveId(objective) ?? byPlace(`o${i + 1}`), text: objectiveText(objective) }));
}

export const objectiveText = (objective: Objective): string => (typeof objective === 'string' ? objective : objective.text);

export const objectiveId = (objective: Objective): string | null => (typeof objective === 'string' ? null : objective.id);

/** The same objective in other words. */
export const reworded = (objective: Objective, text: string): Objective => (typeof objective === 'string' ? text : { ...objective, text });
