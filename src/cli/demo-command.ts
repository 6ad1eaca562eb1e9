import { openDemoDatabase } from './demo-database.ts';
import { showChat, showErasing, showRemoving } from './demo-history.ts';
import { showAdvancing, showAnswers, showCourses, showLearner, showStats } from './demo-learning.ts';
import type { DemoStep, Say } from './demo-step.ts';

const STEPS: readonly DemoStep[] = [
  { title: 'A learner, and what makes one unique (UserRepository)', show: showLearner },
  { title: 'Two courses, and where she begins (ProgressService)', show: showCourses },
  { title: 'Answers (AttemptService)', show: showAnswers },
  { title: 'Where she stands (ProgressService)', show: showStats },
  { title: 'On to the next lesson (ProgressService)', show: showAdvancing },
  { title: 'A question, with where it was asked (ChatMessageRepository)', show: showChat },
  { title: 'Removed, and back again (soft delete)', show: showRemoving },
  { title: 'Erased, and undone (cascade)', show: showErasing },
];

/** Shows the data layer at work, in a database that lives in memory for the length of the show. Exit code 0. */
export async function demoCommand(print: (line: string) => void): Promise<number> {
  const demo = await openDemoDatabase();
  const say: Say = (fact, outcome) => print(outcome === undefined ? `   ${fact}` : `   ${fact.padEnd(44)}  ${outcome}`);
  try {
    for (const [index, { title, show }] of STEPS.entries()) {
      print(`${index === 0 ? '' : '\n'}${index + 1}. ${title}`);
      await show(demo, say);
    }
    return 0;
  } finally {
    demo.close();
  }
}
