import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingsOf, itemsOf } from './taken.ts';

const FOLDER = '../shared/corpora/moodle-xml';
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml')).sort()
  : [];

it.skipIf(files.length === 0)('real files are taken, each exercise sound by our own rules (skipped where ../shared is missing)', () => {
  for (const file of files) {
    for (const { title, status, reason, exercise } of itemsOf(readFileSync(`${FOLDER}/${file}`, 'utf8'))) {
      if (status === 'skipped') expect(reason).not.toBe('');
      if (exercise !== null) expect(findingsOf(exercise), `${file}: ${title}`).toEqual([]);
    }
  }
});
