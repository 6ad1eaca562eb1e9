import type { Id } from '../models/ids.ts';
import type { LearningFact } from '../models/learning-fact.ts';
import type { Session } from '../transaction.ts';
import { insertOne } from './writing.ts';

export interface FactRepository {
  /** Records it once: a second fact of the same id changes nothing, and the first comes back. */
  record(fact: LearningFact): Promise<LearningFact>;
  getById(id: Id): Promise<LearningFact | null>;
  /** Oldest first. */
  getByCourse(userId: Id, courseId: Id): Promise<LearningFact[]>;
}

export function createFactRepository(session: Session): FactRepository {
  const facts = session.db.rows('learningFacts');

  return {
    record: (fact) =>
      session.write(['learningFacts'], async () => (await facts.get(fact.id)) ?? insertOne(session, 'learningFacts', fact)),
    getById: (id) => session.query(async () => (await facts.get(id)) ?? null),
    getByCourse: (userId, courseId) =>
      session.query(() => facts.where('[userId+courseId]').equals([userId, courseId]).sortBy('at')),
  };
}
