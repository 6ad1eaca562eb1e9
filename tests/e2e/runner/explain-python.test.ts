import { expect, it } from 'vitest';
import { explain } from '../../../src/core/explain/explain.ts';
import { PYTHON_RULES } from '../../../src/core/explain/python/rules.ts';
import { seeError } from '../../../src/core/explain/seen-error.ts';
import { plainWords } from '../../../src/i18n/explain-words.ts';
import { loadExplainWords } from '../../../src/i18n/load-explain-words.ts';
import { WRONG_PROGRAMS } from '../../src/core/explain/python/programs.ts';
import { openPython } from '../../src/core/explain/python/python.ts';

it(`the real Python raises ${WRONG_PROGRAMS.length} errors, and each is known by its rule, at its line, in whole words`, async () => {
  const run = await openPython();
  const say = await loadExplainWords('python');
  const wrong = WRONG_PROGRAMS.flatMap((program) => {
    const error = run(program);
    const told = error === null ? null : explain(seeError(error, { language: 'python', entry: 'main.py', files: program.files }), PYTHON_RULES);
    const words = told === null ? null : say(told.rule, told.params);
    const texts = words === null ? [] : [plainWords(words.means), plainWords(words.try)];
    const isRight = told?.rule === program.rule && (told.place?.line ?? null) === program.line && texts.every(isWhole);
    return isRight ? [] : [{ program, error, told, texts }];
  });
  expect(wrong).toEqual([]);
}, 300_000);

/** No place was left unfilled. What the learner wrote, between backticks, may look like anything. */
const isWhole = (text: string): boolean => text.length > 10 && !/_none_|undefined|``|\{\w+[,}]/.test(text.replaceAll(/`[^`]*`/g, '`code`'));
