import type { Repositories } from '../../../db/repositories.ts';
import type { Inspection } from '../../../db/repositories/inspection.ts';
import { breathe } from '../breathe.ts';
import { createRowChecker } from './check-rows.ts';
import type { Problem } from './finding.ts';

/** A check is no one moment's view: what it found is looked at again, and what was only half written then is dropped. */
export async function confirm(strict: Repositories, problems: readonly Problem[]): Promise<Problem[]> {
  const inspection = await strict.inspection();
  const confirmed: Problem[] = [];
  for (const [i, problem] of problems.entries()) {
    if (await isStill(strict, inspection, problem)) confirmed.push(problem);
    if (i % 50 === 49) await breathe();
  }
  return confirmed;
}

async function isStill(strict: Repositories, inspection: Inspection, problem: Problem): Promise<boolean> {
  switch (problem.kind) {
    case 'row':
    case 'hidden':
    case 'double': {
      const ids = problem.kind === 'double' ? [problem.other, problem.id] : [problem.id];
      const rows = (await inspection.get(problem.table, ids)).filter((row) => row !== null);
      const checker = createRowChecker();
      checker.look(problem.table, rows);
      return checker.problems.some(({ kind }) => kind === problem.kind);
    }
    case 'reference': {
      const [row] = await inspection.get(problem.table, [problem.id]);
      const [parent] = await strict.lookUp(problem.to, [problem.missing]);
      return (row ?? null) !== null && (parent ?? null) === null;
    }
    default:
      return true;
  }
}
