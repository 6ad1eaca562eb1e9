import { expect, it } from 'vitest';
import { importLiaScript } from '../../../../../src/packs/import/liascript/import-liascript.ts';
import type { ImportedFile, ImportedItem } from '../../../../../src/packs/import/imported.ts';

function read(text: string, files = {}): ImportedFile {
  const imported = importLiaScript(text, 'course.md', files);
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value;
}
const itemsOf = (text: string): readonly ImportedItem[] => read(text).lessons.flatMap(({ items }) => items);
const only = (text: string): ImportedItem | undefined => itemsOf(`# A\n\n${text}`)[0];

it('the comment at the head is no text, and sections become lessons', () => {
  const { title, licence, lessons } = read('<!--\nauthor: Somebody\nlanguage: en\nlicense: CC-BY-4.0\n@end\n-->\n# Course\n\nHello.\n\n## Empty\n\n## Part\n\nMore.\n');
  expect({ title, licence }).toEqual({ title: 'Course', licence: 'CC-BY-4.0' });
  expect(lessons.map((lesson) => [lesson.title, lesson.content])).toEqual([['Course', 'Hello.'], ['Part', 'More.']]);
});

it('a single choice takes the paragraph before it as its question, with hints and the solution', () => {
  const text = 'To read.\n\nWhich one?\n\n- [( )] a\n- [(X)] **b**\n[[?]] Not a.\n***\n<div class="x">\n\nSince *b*.\n\n</div>\n***\n\nAfter.\n';
  const { lessons } = read(`# A\n\n${text}`);
  expect(lessons[0]?.content).toBe('To read.\n\nAfter.');
  expect(lessons[0]?.items[0]).toMatchObject({ kind: 'single choice', status: 'imported', reason: '' });
  expect(lessons[0]?.items[0]?.exercise).toEqual({
    type: 'MULTIPLE_CHOICE',
    prompt: 'Which one?',
    hints: ['Not a.'],
    explanation: 'Since *b*.',
    options: [
      { id: 'a', text: 'a', why: '', correct: false },
      { id: 'b', text: '**b**', why: '', correct: true },
    ],
  });
});

it('boxes are a selection, though one alone is right', () => {
  expect(only('Which?\n\n    [[X]] a\n    [[ ]] b\n')?.exercise).toMatchObject({ type: 'MULTI_SELECT', options: [{ correct: true }, { correct: false }] });
});

it('a text is compared as LiaScript compares it: letter by letter', () => {
  expect(only('What?\n\n[[dam]]\n')?.exercise).toMatchObject({ type: 'SHORT_TEXT', accept: ['dam'], caseSensitive: true });
});

it('a script that takes anything is judged by the learner; one that looks for the answer is told', () => {
  const script = (code: string): string => `What?\n\n[[dam]]\n<script>\n${code}\n</script>\n***\nThink of it.\n***\n`;
  expect(only(script('true'))?.exercise).toMatchObject({ type: 'FREE_FORM', rubric: { sample: 'Think of it.' } });
  expect(only(script('"@input".trim() == "dam"'))).toMatchObject({ status: 'degraded', exercise: { type: 'SHORT_TEXT', explanation: 'Think of it.' } });
});

it('a selection is a choice; where several of it are right, a blank with choices', () => {
  expect(only('What?\n\n[[ a | (b) | c ]]\n')?.exercise).toMatchObject({ type: 'MULTIPLE_CHOICE', options: [{ text: 'a' }, { text: 'b', correct: true }, { text: 'c' }] });
  expect(only('What?\n\n[[ a\n| (b)\n| (c)\n]]\n')?.exercise).toMatchObject({
    type: 'FILL_BLANKS',
    blanks: [{ accept: ['b', 'c'], choices: ['a', 'b', 'c'], caseSensitive: true }],
  });
});

it('inputs among words are blanks, in tables too; code is left alone', () => {
  const item = only('It is `[[ x ]]` and **[[ green ]]**, or [[(a)|b]].\n\n```sh\nif [[ x ]]\n```\n');
  expect(item?.exercise).toMatchObject({
    type: 'FILL_BLANKS',
    text: 'It is [[ x ]] and {{b1}}, or {{b2}}.',
    blanks: [{ id: 'b1', accept: ['green'] }, { id: 'b2', accept: ['a'], choices: ['a', 'b'] }],
  });
  expect(only('| a |\n|---|\n| [[1]] |\n')?.exercise).toMatchObject({ text: '| a |\n|---|\n| {{b1}} |' });
});

it('a matrix with one right box in each row is a matching; else each row is asked alone', () => {
  const head = 'Which?\n\n[[male (der)] (female [die]) [neuter]]\n';
  expect(only(`${head}[ [X] [ ] [ ] ] Mann\n[ ( ) (X) ( ) ] Frau\n`)?.exercise).toMatchObject({
    type: 'MATCHING',
    left: [{ text: 'Mann', match: 'c1' }, { text: 'Frau', match: 'c2' }],
    right: [{ text: 'male (der)' }, { text: 'female [die]' }, { text: 'neuter' }],
  });
  const rows = itemsOf(`# A\n\n${head}[ [X] [X] [ ] ] Paprika\n[ [ ] [X] [ ] ] Frau\n[ [ ] [ ] [ ] ] Nobody\n`);
  expect(rows.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['matrix row imported', 'matrix row imported', 'matrix row skipped']);
  expect(rows[0]?.exercise).toMatchObject({ type: 'MULTI_SELECT', prompt: 'Which?\n\nPaprika' });
});

it('surveys and quizzes that only a script knows are skipped by name', () => {
  const text = '# A\n\nHow?\n\n[(1)] well\n[(2)] badly\n\nSay.\n\n[[___ ___]]\n\nDo.\n\n[[!]]\n<script>\ntrue\n</script>\n';
  expect(itemsOf(text).map(({ kind, status, reason }) => [kind, status, reason])).toEqual([
    ['survey', 'skipped', 'a survey, which has no right answer'],
    ['survey', 'skipped', 'a survey, which has no right answer'],
    ['generic quiz', 'skipped', 'only a script of its own knows what is right'],
  ]);
});

it('effects, voices, comments and macros go; films become links, and the lesson says so', () => {
  const { lessons } = read('# A\n\n    --{{0}}--\nSpoken.\n\n{{1-2}}\n****\nShown {3}{__late__}. <!-- style="x" -->\n****\n\n!?[film](https://example.org/f)\n\n@Run.eval(x)\n');
  expect(lessons[0]?.content).toBe(
    'Spoken.\n\nShown __late__.\n\n[film](https://example.org/f)\n\n*Left out of the original: a film, now a link to it; what the macro `@Run.eval` makes.*',
  );
});

it('brackets around backticks, or in an effect, ask for nothing', () => {
  expect(itemsOf('# A\n\n[[```]]# A\n\n`[[b]]` is a link.\n\n{{ [[c]] }}\nWords.\n')).toEqual([]);
  expect(only('# A\n\n`[[b]]` is not [[c]] but a link.\n')?.exercise).toMatchObject({ type: 'FILL_BLANKS', blanks: [{ accept: ['c'] }] });
});

it('pictures are taken from the files beside', () => {
  const { lessons } = read('# A\n\n![a cup](img/cup.png)\n\nWhat is ![it](img/cup.png)?\n\n[[cup]]\n', { 'img/cup.png': new Uint8Array([1]) });
  expect(lessons[0]).toMatchObject({ content: '![a cup](img-cup.png)', items: [{ exercise: { prompt: 'What is ![it](img-cup.png)?' } }] });
  expect(Object.keys(lessons[0]?.assets ?? {})).toEqual(['img-cup.png']);
});

it('a head that never ends and an empty file are refused', () => {
  expect(importLiaScript('<!--\nauthor: x\n', 'x.md', {})).toMatchObject({ ok: false, error: { type: 'BadFile', line: 1 } });
  expect(importLiaScript('', 'x.md', {})).toMatchObject({ ok: false, error: { type: 'BadFile' } });
});
