import { expect, it } from 'vitest';
import { importCsv } from '../../../../../src/packs/import/csv/import-csv.ts';
import type { ImportedItem } from '../../../../../src/packs/import/imported.ts';

function itemsOf(text: string, file = 'x.csv'): readonly ImportedItem[] {
  const imported = importCsv(text, file);
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value.lessons.flatMap(({ items }) => items);
}
/** The right options, as they read. */
const keys = (text: string): unknown[] =>
  itemsOf(text).map(({ exercise, reason }) =>
    exercise !== null && 'options' in exercise ? exercise.options.filter(({ correct }) => correct === true).map((option) => option.text) : reason,
  );

it('cards as Anki exports them: a few plain words are typed, more is judged by the learner', () => {
  const text = '#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\nabc\tGeo\tCapital of <b>France</b>?\tParis\tt\ndef\tGeo\tName *two*\t<ul><li>a</li><li>b</li></ul>\tt\n';
  const imported = importCsv(text, 'deck.txt');
  expect(imported.ok && imported.value.lessons.map(({ title }) => title)).toEqual(['Geo']);
  const [first, second] = itemsOf(text);
  expect(first).toMatchObject({ sourceId: 'abc', status: 'imported', exercise: { type: 'SHORT_TEXT', prompt: 'Capital of **France**?', accept: ['Paris'] } });
  expect(second?.exercise).toMatchObject({ type: 'FREE_FORM', prompt: String.raw`Name \*two\*`, rubric: { sample: '- a\n- b' } });
});

it('rows without any header are cards, and a cloze is a text with blanks', () => {
  expect(itemsOf('dog,Hund\ncat,Katze\n').map(({ exercise }) => exercise)).toMatchObject([{ prompt: 'dog', accept: ['Hund'] }, { prompt: 'cat', accept: ['Katze'] }]);
  expect(itemsOf('{{c1::Paris}} lies in {{c2::France::land}}.\t\nx\ty\n')[0]?.exercise).toMatchObject({
    type: 'FILL_BLANKS',
    text: '{{b1}} lies in {{b2}} [land].',
    blanks: [{ accept: ['Paris'] }, { accept: ['France'] }],
  });
});

it('a header of quiz tools is known by its synonyms', () => {
  const text = 'ID;Question Type;Question Text;Option A;Option B;Option C;Correct Answer;Explanation;Hint;Category\n7;Multiple Choice;Which?;x;y;z;B;since;look;Sets\n8;checkbox;Which two?;x;y;z;A, C;;;Sets\n9;True/False;It is.;;;;FALSE;;;\n10;Numeric;How many?;;;;3,5;;;\n11;Short answer;Who?;;;;Ada|Lovelace;;;\n12;poll;Well?;a;b;;;;;\n';
  const items = itemsOf(text);
  expect(items.map(({ sourceId }) => sourceId)).toEqual(['7', '8', '9', '10', '11', '12']);
  expect(items[0]?.exercise).toMatchObject({ type: 'MULTIPLE_CHOICE', explanation: 'since', hints: ['look'] });
  expect(keys(text).slice(0, 2)).toEqual([['y'], ['x', 'z']]);
  expect(items.slice(2, 5).map(({ exercise }) => exercise)).toMatchObject([
    { type: 'TRUE_FALSE', answer: false },
    { type: 'NUMERIC', answer: 3.5 },
    { type: 'SHORT_TEXT', accept: ['Ada', 'Lovelace'] },
  ]);
  expect(items[5]).toMatchObject({ status: 'skipped', reason: 'line 7: a poll, which has no right answer' });
});

it('a number names an option or is its words, as the whole column says; where both could be, it is skipped', () => {
  const table = (...rows: string[]): string => `question,answer 1,answer 2,answer 3,correct answer\n${rows.join('\n')}\n`;
  expect(keys(table('2+2?,3,4,2,2', 'Who?,a,b,c,1'))).toEqual([['4'], ['a']]);
  expect(keys(table('2+2?,4,3,2,2', 'Who?,x,y,z,z'))).toEqual([['2'], ['z']]);
  expect(keys(table('2+2?,3,4,2,2'))).toEqual([expect.stringContaining('names no option for sure')]);
  expect(keys(table('Who?,a,,c,3'))).toEqual([['c']]);
});

it('options may stand in one cell, or the wrong ones in columns of their own', () => {
  expect(keys('question,options,answer\nWhich?,"a) red|b) blue",blue\n')).toEqual([['blue']]);
  expect(keys('Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2\nWhich?,x,y,z\n')).toEqual([['x']]);
});

it('a row that does not fit is one line of the report, with its number', () => {
  const text = 'question,option a,option b,correct\n"two\nlines",x,y,A\nNo key?,x,y,\n,x,y,A\n"never closed,x,y,A\nGood?,x,y,B\n';
  expect(itemsOf(text).map(({ status, reason }) => [status, reason])).toEqual([
    ['imported', ''],
    ['skipped', 'line 4: no right answer is named'],
    ['skipped', 'line 5: its question has no words'],
    ['skipped', 'line 6: a quotation mark is never closed'],
    ['imported', ''],
  ]);
});

it('what is no table is refused', () => {
  expect(importCsv('', 'x.csv')).toMatchObject({ ok: false, error: { type: 'BadFile' } });
  expect(importCsv('one\ntwo\n', 'x.csv')).toMatchObject({ ok: false, error: { type: 'BadFile' } });
  expect(importCsv('PK\u0000,x', 'x.csv')).toMatchObject({ ok: false, error: { type: 'BadFile' } });
});
