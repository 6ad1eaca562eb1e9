import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importAnki } from '../../../../../src/packs/import/anki/import-anki.ts';
import type { ImportedFile, ImportedItem } from '../../../../../src/packs/import/imported.ts';
import { exerciseProblems } from './exercise-problems.ts';
import * as make from './make-package.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const { BASIC, CLOZE } = make;

async function imported(files: { [path: string]: Uint8Array }): Promise<ImportedFile> {
  const result = await importAnki(files, make.loadSqlite);
  if (!result.ok) throw new Error(result.error.message);
  for (const { items, assets } of result.value.lessons) {
    for (const { exercise } of items) if (exercise !== null) expect(exerciseProblems(exercise, Object.keys(assets))).toEqual([]);
  }
  return result.value;
}

async function refused(files: { [path: string]: Uint8Array }): Promise<string> {
  const result = await importAnki(files, make.loadSqlite);
  if (result.ok) throw new Error('taken');
  expect(result.error.type).toBe('BadFile');
  return result.error.message;
}

const itemsOf = ({ lessons }: ImportedFile): ImportedItem[] => lessons.flatMap(({ items }) => items);

/** The only card of one note. */
async function cardOf(type: make.MadeType, fields: readonly string[], cards: readonly number[] = [0]): Promise<ImportedItem> {
  const [item] = itemsOf(await imported(await make.packageOf({ types: [type], notes: [{ type: 0, fields, cards }] })));
  if (item === undefined) throw new Error('no item');
  return item;
}

const NOTES: make.Made = {
  types: [BASIC, { ...BASIC, name: 'Both ways', templates: [...BASIC.templates, ['{{Back}}', '{{FrontSide}}<hr id=answer>{{Front}}']] }, CLOZE],
  decks: ['Languages::German', 'Languages'],
  notes: [
    { type: 0, fields: ['the dog', 'der Hund'], tags: ' animals ', isSuspended: true },
    { type: 1, fields: ['one', 'eins'], cards: [0, 1] },
    { type: 2, fields: ['{{c1::Berlin}} lies on the {{c2::Spree::river}}.', 'It <b>does</b>.'], cards: [0, 1], deck: 2 },
  ],
};

test('a package of either schema, packed or not, gives the same course', async () => {
  const old = await imported({ 'collection.anki2': await make.oldCollection(NOTES) });
  expect(old).toMatchObject({ title: 'Languages', licence: null });
  expect(old.lessons.map(({ title, content }) => [title, content])).toEqual([
    ['Languages', 'About **Languages**'],
    ['Languages::German', 'About **Languages::German**'],
  ]);
  expect(itemsOf(old).map(({ sourceId, status, kind }) => [sourceId, status, kind])).toEqual([
    ['guid3', 'imported', 'Cloze: c1'],
    ['guid3-2', 'imported', 'Cloze: c2'],
    ['guid1', 'imported', 'Basic: Card 1'],
    ['guid2', 'imported', 'Both ways: Card 1'],
    ['guid2-2', 'imported', 'Both ways: Card 2'],
  ]);
  const fresh = await make.newCollection(NOTES);
  expect(await imported({ 'collection.anki21': fresh })).toEqual(old);
  expect(await imported({ 'collection.anki21b': make.stored(fresh) })).toEqual(old);
  expect(await imported({ 'collection.anki21b': make.stored(fresh, true) })).toEqual(old);
});

test('a short plain back is to be written, both ways where the note has both cards', async () => {
  const exercises = itemsOf(await imported(await make.packageOf(NOTES))).map(({ exercise }) => exercise);
  expect(exercises[2]).toEqual({ type: 'SHORT_TEXT', prompt: 'the dog', accept: ['der Hund'], hints: [] });
  expect(exercises[3]).toMatchObject({ prompt: 'one', accept: ['eins'] });
  expect(exercises[4]).toMatchObject({ prompt: 'eins', accept: ['one'] });
});

test('a long back, or one that names several answers, is judged by the learner', async () => {
  for (const back of ['to go, to walk', 'colour/color', 'One of the many things that nobody would word alike', '<ul><li>a</li><li>b</li></ul>', '\\(x^2\\)']) {
    expect((await cardOf(BASIC, ['front', back])).exercise).toMatchObject({ type: 'FREE_FORM', prompt: 'front' });
  }
  expect((await cardOf(BASIC, ['a', '<ul><li>x</li><li>y</li></ul>'])).exercise).toMatchObject({ rubric: { sample: '- x\n- y' } });
});

test('what a template asks to type is always to be written', async () => {
  const typing = { ...BASIC, templates: [['{{Front}}\n{{type:Back}}', '{{FrontSide}}<hr id=answer>{{type:Back}}<br>{{Front}}']] as const };
  expect((await cardOf(typing, ['Say it.', 'a rather long &lt;answer&gt;, of <i>many</i> words'])).exercise).toEqual({
    type: 'SHORT_TEXT',
    prompt: 'Say it.',
    accept: ['a rather long <answer>, of many words'],
    explanation: 'Say it.',
    hints: [],
  });
});

test('each cloze number is an exercise of its own; the others stand in the text', async () => {
  const file = await imported(await make.packageOf(NOTES));
  expect(itemsOf(file)[0]?.exercise).toEqual({
    type: 'FILL_BLANKS',
    prompt: 'Fill in what is left out.',
    text: '{{b1}} lies on the Spree.',
    blanks: [{ id: 'b1', accept: ['Berlin'] }],
    explanation: 'It **does**.',
    hints: [],
  });
  expect(itemsOf(file)[1]?.exercise).toMatchObject({ text: 'Berlin lies on the {{b1}} [river].', blanks: [{ id: 'b1', accept: ['Spree'] }] });
});

test('a number that occurs twice gives two blanks, and a cloze may stand in another', async () => {
  const { exercise } = await cardOf(CLOZE, ['{{c1::a}} and {{c1::b {{c2::c}}}}, not {{d1}} or {{c3::open', '']);
  expect(exercise).toMatchObject({
    text: '{{b1}} and {{b2}}, not {\u200b{d1}} or {{c3::open',
    blanks: [{ accept: ['a'] }, { accept: ['b c'] }],
  });
  expect((await cardOf(CLOZE, ['{{c1::x}}', ''], [4])).reason).toBe('Nothing in its text is left out under c5.');
});

test('a cloze too long to be written alike, or a formula, is judged by the learner', async () => {
  const { exercise } = await cardOf(CLOZE, ['It is {{c1::\\(x\\)::which?}}.', 'more']);
  expect(exercise).toMatchObject({ type: 'FREE_FORM', prompt: 'It is \\[which?\\].', rubric: { sample: '\\\\(x\\\\)' }, explanation: 'more' });
});

test('pictures come along under the names that the Markdown uses, in both forms of the list', async () => {
  const made: make.Made = { types: [BASIC], notes: [{ type: 0, fields: ['<img src="my%20cup.png"> What is it?', 'a cup <img src="none.png">'] }] };
  const files = { '0': PNG, media: make.bytesOf('{"0":"my cup.png","1":"gone.png"}') };
  const file = await imported({ 'collection.anki21': await make.newCollection(made), ...files });
  expect(file.lessons[0]?.assets).toEqual({ 'my-cup.png': PNG });
  expect(itemsOf(file)[0]).toMatchObject({
    status: 'degraded',
    reason: 'Without a picture (none.png is not in the file).',
    exercise: { prompt: '![picture](my-cup.png) What is it?' },
  });
  const list = make.message([1, make.message([1, 'other.mp3'])], [1, make.message([1, 'my cup.png'], [2, 4])]);
  const packed = { '1': make.stored(PNG), media: make.stored(list) };
  const fresh = await imported({ 'collection.anki21b': make.stored(await make.newCollection(made)), ...packed });
  expect(fresh).toEqual(file);
});

test('two pictures whose names differ only in signs keep apart', async () => {
  const made: make.Made = { types: [BASIC], notes: [{ type: 0, fields: ['<img src="ä.png"><img src="ö.png">', 'x'] }] };
  const media = make.bytesOf('{"0":"ä.png","1":"ö.png"}');
  const file = await imported({ 'collection.anki2': await make.oldCollection(made), media, '0': PNG, '1': Uint8Array.of(1) });
  expect(Object.values(file.lessons[0]?.assets ?? {})).toEqual([PNG, Uint8Array.of(1)]);
});

test('a sound is told as lost; a card that is nothing else is not taken', async () => {
  expect(await cardOf(BASIC, ['Hund [sound:a.mp3]', 'dog'])).toMatchObject({ status: 'degraded', reason: 'Without a sound.', exercise: { prompt: 'Hund' } });
  expect(await cardOf(BASIC, ['[sound:a.mp3]', 'dog'])).toMatchObject({ status: 'skipped', reason: 'Its question cannot be carried over: a sound.' });
  expect(await cardOf(BASIC, ['dog', ''])).toMatchObject({ status: 'skipped', reason: "There is nothing on its answer's side." });
});

test('own templates are filled in: sections, filters, special fields', async () => {
  const own: make.MadeType = {
    name: 'Own',
    fields: ['Word', 'Reading', 'Note', 'Tip'],
    templates: [
      ['{{#Note}}({{Note}}) {{/Note}}{{^Note}}no note {{/Note}}{{kanji:Reading}}{{hint:Tip}}{{tts en_US:Word}} {{Deck}}', '{{FrontSide}}{{Word}}'],
    ],
  };
  expect((await cardOf(own, ['fox', ' 狐[きつね]', '', 'It is <b>red</b>.'])).exercise).toEqual({
    type: 'SHORT_TEXT',
    prompt: 'no note 狐 Default',
    accept: ['fox'],
    hints: ['It is **red**.'],
  });
  expect((await cardOf(own, ['fox', 'x', 'n', ''])).exercise).toMatchObject({ prompt: '(n) x Default', hints: [] });
});

test('a card that its script draws is not taken, one that a script adorns is', async () => {
  const drawn = { ...BASIC, templates: [['<script>draw("{{Front}}")</script>', '{{Back}}']] as const };
  expect(await cardOf(drawn, ['a', 'b'])).toMatchObject({ status: 'skipped', reason: 'Its question cannot be carried over: a script, which is not run.' });
  const adorned = { ...BASIC, templates: [['{{Front}}<script>adorn()</script>', '{{Back}}']] as const };
  expect(await cardOf(adorned, ['a', 'b'])).toMatchObject({ status: 'degraded', exercise: { prompt: 'a' } });
  const occluded = { ...CLOZE, stock: 6, fields: ['Occlusion', 'Image'] };
  expect(await cardOf(occluded, ['{{c1::image-occlusion:rect}}', '<img src="a.png">'])).toMatchObject({ status: 'skipped' });
});

test('a note without cards, and one whose type is missing, have a line too', async () => {
  const file = await imported(await make.packageOf({ types: [BASIC], notes: [{ type: 0, fields: ['a', 'b'], cards: [] }, { type: 7, fields: ['a', 'b'] }] }));
  expect(itemsOf(file).map(({ reason }) => reason)).toEqual(['The note has no card.', 'The collection does not have its note type.']);
});

test('the collection that only says "please update" is never read in the place of the real one', async () => {
  const please = await make.oldCollection({ types: [BASIC], notes: [{ type: 0, fields: ['Please update to the latest Anki version, then import …', ''] }] });
  const real = await make.newCollection(NOTES);
  expect(itemsOf(await imported({ 'collection.anki2': please, 'collection.anki21b': make.stored(real) }))).toHaveLength(5);
  expect(await refused({ 'collection.anki2': please })).toMatch(/only says that Anki should be updated/);
  expect(await refused({ 'collection.anki2': please, 'collection.anki21b': make.stored(real).subarray(0, 5_000) })).toMatch(/cannot be unpacked/);
});

test('what is no collection is refused with words', async () => {
  expect(await refused({})).toMatch(/no Anki collection/);
  expect(await refused({ 'collection.anki2': make.bytesOf('hello') })).toMatch(/no SQLite database/);
  expect(await refused({ 'collection.anki2': await make.databaseOf('CREATE TABLE other (a)') })).toMatch(/no table `col`/);
  const view = 'CREATE TABLE col (a); CREATE TABLE cards (a); CREATE VIEW notes AS SELECT 1';
  expect(await refused({ 'collection.anki2': await make.databaseOf(view) })).toMatch(/`notes` is not made as Anki makes it/);
  const columns = 'CREATE TABLE col (a); CREATE TABLE cards (a); CREATE TABLE notes (a)';
  expect(await refused({ 'collection.anki2': await make.databaseOf(columns) })).toMatch(/damaged \(no such column/);
});

test('a database with bytes turned over is read or refused, and nothing else', async () => {
  const whole = await make.oldCollection(NOTES);
  for (let round = 0; round < 10; round++) {
    const bytes = whole.slice();
    for (let i = 0; i < 20; i++) bytes[100 + ((round * 7_919 + i * 104_729) % (bytes.length - 100))] = (round * 31 + i * 17) & 255;
    const result = await importAnki({ 'collection.anki2': bytes }, make.loadSqlite);
    if (!result.ok) expect(result.error.message).toMatch(/damaged|no Anki collection|not made as|more than/);
  }
});

test('ten times the notes take some ten times as long', async () => {
  const notesOf = (count: number): make.MadeNote[] =>
    Array.from({ length: count }, (_, i) => ({ type: 0, fields: [`What is <b>number ${i}</b>?`, `<div>word ${i}</div>`] }));
  const few = await make.packageOf({ types: [BASIC], notes: notesOf(50) });
  const many = await make.packageOf({ types: [BASIC], notes: notesOf(500) });
  const msOf = async (files: { [path: string]: Uint8Array }): Promise<number> => {
    const startedAt = performance.now();
    const result = await importAnki(files, make.loadSqlite);
    expect(result.ok).toBe(true);
    return performance.now() - startedAt;
  };
  await msOf(few);
  const [short, long] = [await msOf(few), await msOf(many)];
  expect(long).toBeLessThan(Math.max(40 * short, 1_000));
});

const CORPUS = join(import.meta.dirname, '../../../../../../shared/corpora/anki');

test('every card of the real packages at hand is taken', async (context) => {
  if (!existsSync(CORPUS)) context.skip(`there is no ${CORPUS}`);
  for (const name of readdirSync(CORPUS).filter((file) => file.endsWith('.apkg'))) {
    const items = itemsOf(await imported(unzipSync(readFileSync(join(CORPUS, name)))));
    expect(items.filter(({ status }) => status === 'skipped')).toEqual([]);
    expect(items.length).toBeGreaterThan(0);
  }
});
