import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingsOf, itemsOf } from './read.ts';

const FOLDER = '../shared/corpora/gift';
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.gift')).sort() : [];
if (files.length === 0) console.log(`skipped: no GIFT files in ${FOLDER}`);

it.skipIf(files.length === 0)('real files are taken, each exercise sound by our own rules', () => {
  const items = files.flatMap((file) => itemsOf(readFileSync(`${FOLDER}/${file}`, 'utf8')).map((item) => ({ file, ...item })));
  for (const { file, title, exercise } of items) if (exercise !== null) expect(findingsOf(exercise), `${file}: ${title}`).toEqual([]);
  expect(items.filter(({ status }) => status === 'skipped')).toEqual([]);
});
