import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importLiaScript } from '../../../../../src/packs/import/liascript/import-liascript.ts';
import { importMarkdownQuiz } from '../../../../../src/packs/import/markdown-quiz/import-markdown-quiz.ts';
import { findingsOf } from '../moodle-xml/taken.ts';

const filesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).map((path) => `${folder}/${path}`)
    : [];
const markdown = filesOf('../shared/corpora/markdown-quiz');
const liascript = filesOf('../shared/corpora/liascript');

it.skipIf(markdown.length === 0 || liascript.length === 0)(
  'real files are taken, each exercise sound by our own rules (skipped where ../shared is missing)',
  () => {
    const read = [
      ...markdown.map((file) => ({ file, imported: importMarkdownQuiz(readFileSync(file, 'utf8'), file) })),
      ...liascript.map((file) => ({ file, imported: importLiaScript(readFileSync(file, 'utf8'), file, {}) })),
    ];
    for (const { file, imported } of read) {
      expect(imported.ok, file).toBe(true);
      for (const { title, reason, exercise } of imported.ok ? imported.value.lessons.flatMap(({ items }) => items) : []) {
        if (exercise === null) expect(reason).not.toBe('');
        else expect(findingsOf(exercise), `${file}: ${title}`).toEqual([]);
      }
    }
  },
);
