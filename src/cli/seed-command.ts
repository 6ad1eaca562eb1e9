import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Exercise } from '../../db/models/exercise.ts';
import { seed } from '../../seeds/seed.ts';
import type { BackupService } from '../services/backup-service.ts';
import { openDemoDatabase, type DemoDatabase } from './demo-database.ts';
import { toTable } from './table.ts';

export const SEED_USAGE = `npm run seed [FILE]

Loads the demo into a fresh database in memory, shows what it made, loads it again to show that nothing
doubles, and writes a backup to FILE (hornbook-demo-backup.json unless given) that the app can restore.`;

/** Exit codes: 0 done, 1 the file cannot be written. `print` gets one line at a time. */
export async function seedCommand(args: readonly string[], print: (line: string) => void): Promise<number> {
  const [file = 'hornbook-demo-backup.json', ...more] = args;
  if (more.length > 0 || file.startsWith('-')) {
    print(SEED_USAGE);
    return file === '--help' || file === '-h' ? 0 : 1;
  }
  const demo = await openDemoDatabase();
  try {
    print('The demo, in a fresh database:\n');
    const people = await seed(demo);
    const first = await (await demo.repositories.dumps()).dump();
    for (const line of await describeContent(demo)) print(line === '' ? '' : `  ${line}`);

    await seed(demo);
    const second = await (await demo.repositories.dumps()).dump();
    print('\nLoaded a second time:\n');
    for (const line of compare(first, second)) print(`  ${line}`);
    const isSame = JSON.stringify(first) === JSON.stringify(second);
    print(isSame ? '\n  Every row is as it was: nothing doubled.' : '\n  Rows have changed: this is a bug.');

    demo.clock.time = Date.now();
    const { text } = await demo.services.backups.exportAll();
    const refusal = await writeBackup(file, text, demo.services.backups);
    if (refusal !== null) {
      print(`\n${refusal}`);
      return 1;
    }
    const size = Math.round(Buffer.byteLength(text) / 1000);
    print(`\nWrote ${resolve(file)} (${size} kB). To try it, start the app with no profile yet, choose`);
    print(`"I have a backup" and pick this file: you go on as ${people[0]?.displayName ?? 'the first learner'}.`);
    return isSame ? 0 : 1;
  } finally {
    demo.close();
  }
}

/** What the demo is made of, by name, and where its people stand. */
async function describeContent({ repositories, services }: DemoDatabase): Promise<string[]> {
  const courses = await repositories.courses.getAll();
  const lessons = (await Promise.all(courses.map(({ id }) => repositories.lessons.getByCourse(id)))).flat();
  const exercises = await repositories.exercises.getByLessons(lessons.map(({ id }) => id));
  const people = await repositories.users.getActiveUsers();
  const standing: string[][] = [];
  for (const person of people) {
    for (const { course, progress } of await services.courses.library(person.id)) {
      if (progress === null) continue;
      const current = await services.progress.getCurrentLesson(person.id, course.id);
      const next = current === null ? '' : `goes on with "${current.title}"`;
      standing.push([person.displayName, course.title, `${progress.percentage} %`, next]);
    }
  }
  return [
    ...toTable([
      ['people', people.length, people.map(({ displayName }) => displayName).join(', ')],
      ['courses', courses.length, courses.map(({ title, difficulty }) => `${title} (${difficulty})`).join(', ')],
      ['lessons', lessons.length, lessons.map(({ title }) => `"${title}"`).join(', ')],
      ['exercises', exercises.length, byType(exercises)],
    ]),
    '',
    ...toTable(standing),
  ];
}

function byType(exercises: readonly Exercise[]): string {
  const types = [...new Set(exercises.map(({ type }) => type))].sort();
  return types.map((type) => `${exercises.filter((exercise) => exercise.type === type).length} ${type}`).join(', ');
}

type Rows = Readonly<Record<string, readonly unknown[]>>;

function compare(first: Rows, second: Rows): string[] {
  const rows = Object.keys(first).map((table) => [table, first[table]?.length ?? 0, second[table]?.length ?? 0]);
  return toTable([['table', 'once', 'twice'], ...rows]);
}

/** Null when the file stands; else why not, in words. What is not one of our backups is never written over. */
async function writeBackup(file: string, text: string, backups: BackupService): Promise<string | null> {
  try {
    if (existsSync(file) && !(await backups.inspect(readFileSync(file, 'utf8'))).ok) {
      return `${resolve(file)} is there already and is no Hornbook backup: it was left alone. Please name another file.`;
    }
    writeFileSync(file, text);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The backup could not be written (${reason}).\nPlease name a file in a folder that you may write to: npm run seed FILE`;
  }
}
