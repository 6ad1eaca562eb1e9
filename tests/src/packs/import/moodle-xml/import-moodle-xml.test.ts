import { expect, it } from 'vitest';
import type { Answer } from '../../../../../db/models/exercise-attempt.ts';
import { grade } from '../../../../../src/core/grading/grade.ts';
import { importMoodleXml } from '../../../../../src/packs/import/moodle-xml/import-moodle-xml.ts';
import { fileOf, findingsOf, itemOf, itemsOf, rowOf } from './taken.ts';

const html = (text: string): string => `<name><text>N</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>`;
const answer = (fraction: string, text: string, feedback = '', more = ''): string =>
  `<answer fraction="${fraction}" format="html"><text><![CDATA[${text}]]></text><feedback format="html"><text>${feedback}</text></feedback>${more}</answer>`;
const question = (type: string, inside: string): string => `<question type="${type}">${inside}</question>`;

function exerciseOf(xml: string) {
  const { exercise, reason } = itemOf(xml);
  if (exercise === null) throw new Error(reason);
  expect(findingsOf(exercise)).toEqual([]);
  return exercise;
}
const isRight = (xml: string, given: Answer): boolean => grade(rowOf(exerciseOf(xml)), given, null).verdict === 'PASSED';

it('one right option is a choice, each reason under its own', () => {
  const xml = question('multichoice', html('<p>Which <b>one</b>?</p>') + answer('100', 'a*b', 'Yes.') + answer('0', '<p>c</p>') + '<single>true</single>');
  expect(exerciseOf(xml)).toMatchObject({ type: 'MULTIPLE_CHOICE', prompt: 'Which **one**?', options: [{ text: 'a\\*b', why: 'Yes.', correct: true }, { text: 'c', correct: false }] });
  expect(itemOf(xml)).toMatchObject({ status: 'imported', reason: '', title: 'N', kind: 'multichoice' });
});

it('part of a mark, marks taken off and unequal shares are told as lost', () => {
  const single = question('multichoice', html('Q') + answer('100', 'a') + answer('50', 'b') + answer('-25', 'c') + '<single>true</single>');
  expect(itemOf(single)).toMatchObject({ status: 'degraded', reason: expect.stringContaining('part of the mark') as string, exercise: { type: 'MULTIPLE_CHOICE' } });
  const several = question('multichoice', html('Q') + answer('33.33333', 'a') + answer('66.66667', 'b') + answer('-100', 'c') + '<single>false</single>');
  expect(itemOf(several)).toMatchObject({ status: 'degraded', exercise: { type: 'MULTI_SELECT' } });
  expect(isRight(several, { type: 'MULTI_SELECT', optionIds: ['a', 'b'] })).toBe(true);
  expect(isRight(several, { type: 'MULTI_SELECT', optionIds: ['a', 'b', 'c'] })).toBe(false);
});

it('where several options are wholly right any of them is', () => {
  const xml = question('multichoice', html('Q') + answer('100', 'a') + answer('100', 'b') + answer('0', 'c'));
  for (const [text, right] of [['a', true], ['b', true], ['c', false]] as const) {
    expect(isRight(xml, { type: 'FILL_BLANKS', blanks: { answer: text } })).toBe(right);
  }
});

it('a short answer has wildcards, escaped stars, letter case and known mistakes', () => {
  const answers = answer('100', 'a \\* b') + answer('100', 'cat*') + answer('0', 'dog', 'A dog barks.') + answer('0', '*', 'No.');
  const xml = question('shortanswer', html('Q') + '<usecase>1</usecase>' + answers);
  for (const [text, right] of [['a * b', true], ['cats', true], ['Cats', false], ['a x b', false]] as const) {
    expect(isRight(xml, { type: 'SHORT_TEXT', text })).toBe(right);
  }
  expect(exerciseOf(xml)).toMatchObject({ mistakes: [{ answer: 'dog', say: 'A dog barks.' }] });
  expect(itemOf(question('shortanswer', html('Q') + answer('100', '*')))).toMatchObject({ status: 'skipped', reason: 'any answer is right' });
});

it('a number has a tolerance and units', () => {
  const units = '<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>';
  const xml = question('numerical', html('Q') + answer('100', '2,5', '', '<tolerance>0.1</tolerance>') + units + '<unitgradingtype>1</unitgradingtype><unitpenalty>1</unitpenalty>');
  for (const [text, right] of [['2.6 m', true], ['250 cm', true], ['2.7 m', false], ['2.5', false]] as const) {
    expect(isRight(xml, { type: 'NUMERIC', text })).toBe(right);
  }
  const two = question('numerical', html('Q') + answer('100', '2') + answer('100', '-2'));
  for (const [text, right] of [['2', true], ['-2', true], ['2.0', true], ['0', false]] as const) {
    expect(isRight(two, { type: 'FREE_FORM', text })).toBe(right);
  }
});

it('pairs match, an answer without a question stays as one too many', () => {
  const row = (text: string, right: string) => `<subquestion format="html"><text>${text}</text><answer><text>${right}</text></answer></subquestion>`;
  const xml = question('matching', html('Q') + row('dog', 'barks') + row('cat', 'meows') + row('wolf', 'barks') + row('', 'sings'));
  expect(exerciseOf(xml)).toMatchObject({ left: [{ text: 'dog' }, { text: 'cat' }, { text: 'wolf' }], right: [{ text: 'barks' }, { text: 'meows' }, { text: 'sings' }] });
  expect(isRight(xml, { type: 'MATCHING', pairs: { a: 'a', b: 'b', c: 'a' } })).toBe(true);
});

it('a cloze text is a text with blanks, what stands before it the task', () => {
  const xml = question('cloze', html('<p>Do <i>it</i>.</p><p>A {1:SA:=cat~=big \\} cat#yes} is {1:MCS:black~=white} and {:NUMERICAL:=7:0.5} old, x<sup>2</sup>.</p>'));
  expect(exerciseOf(xml)).toMatchObject({ type: 'FILL_BLANKS', prompt: 'Do _it_.', text: 'A {{1}} is {{2}} and {{3}} old, x².' });
  for (const [blanks, right] of [[['cat', 'white', '7,25'], true], [['big } cat', 'white', '6.5'], true], [['cat', 'black', '7'], false], [['cat', 'white', '7.51'], false]] as const) {
    expect(isRight(xml, { type: 'FILL_BLANKS', blanks: { 1: blanks[0], 2: blanks[1], 3: blanks[2] } })).toBe(right);
  }
});

it('gaps have their choices', () => {
  const choice = (text: string, group: number) => `<selectoption><text>${text}</text><group>${group}</group></selectoption>`;
  const xml = question('gapselect', html('The [[2]] [[3]].') + choice('dog', 1) + choice('cat', 1) + choice('sat', 2) + choice('ran', 2));
  expect(exerciseOf(xml)).toMatchObject({ text: 'The {{1}} {{2}}.', blanks: [{ accept: ['cat'], choices: ['dog', 'cat'] }, { accept: ['sat'], choices: ['sat', 'ran'] }] });
});

it('a calculated question is asked with its first numbers', () => {
  const set = (name: string, value: string) => `<dataset_definition><name><text>${name}</text></name><dataset_items><dataset_item><number>1</number><value>${value}</value></dataset_item></dataset_items></dataset_definition>`;
  const xml = question('calculated', html('What is {a}/{b}, or {={a}*2}?') + answer('100', '{a}/{b} + pow(2,3)', '', '<tolerance>0.01</tolerance><tolerancetype>1</tolerancetype><correctanswerformat>1</correctanswerformat><correctanswerlength>2</correctanswerlength>') + `<dataset_definitions>${set('a', '3.0')}${set('b', '4')}</dataset_definitions>`);
  expect(exerciseOf(xml).prompt).toBe('What is 3/4, or 6?');
  expect(isRight(xml, { type: 'NUMERIC', text: '8.75' })).toBe(true);
  expect(isRight(xml, { type: 'NUMERIC', text: '9' })).toBe(false);
});

it('formats are read each in its own way', () => {
  const promptOf = (format: string, text: string) => exerciseOf(question('truefalse', `<questiontext format="${format}"><text>${text}</text></questiontext>` + answer('100', 'true') + answer('0', 'false'))).prompt;
  expect(promptOf('plain_text', 'a *b* &lt;c&gt;')).toBe('a \\*b\\* \\<c>');
  expect(promptOf('markdown', 'a *b*')).toBe('a *b*');
  expect(promptOf('moodle_auto_format', 'a &lt;b&gt;c&lt;/b&gt; b\nd')).toBe('a **c** b\\\nd');
});

it('categories are lessons, with their text, pictures and ids', () => {
  const category = (path: string) => question('category', `<category><text>${path}</text></category><info format="html"><text>About it</text></info>`);
  const picture = '<questiontext format="html"><text>&lt;img src="@@PLUGINFILE@@/a%20b.png" alt="x"&gt; Q</text><file name="a b.png" path="/" encoding="base64">iVBORw==</file></questiontext>';
  const tf = answer('100', 'true') + answer('0', 'false');
  const file = fileOf(`<quiz>${category('$course$/top/Bio/A//B')}<!-- question: 12  -->${question('truefalse', picture + tf)}${question('truefalse', html('R') + '<idnumber>me</idnumber>' + tf)}${question('description', html('Read.'))}</quiz>`);
  expect(file.lessons).toMatchObject([{ title: 'Bio: A/B', content: 'About it\n\nRead.', items: [{ sourceId: '12' }, { sourceId: 'me' }, { kind: 'description', status: 'imported', exercise: null }] }]);
  expect(file.lessons[0]?.assets).toEqual({ 'a-b.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47) });
  expect(file.lessons[0]?.items[0]?.exercise?.prompt).toBe('![x](a-b.png) Q');
});

it('what cannot be taken says why, and takes nothing with it', () => {
  for (const type of ['random', 'ddmarker', 'stack', 'neverheard', 'multichoice', 'truefalse', 'matching', 'cloze', 'coderunner', 'calculated']) {
    expect(itemOf(question(type, html('Q')))).toMatchObject({ status: 'skipped', exercise: null, reason: expect.stringMatching(/\w/) as string });
  }
});

it('a file that is none is refused with its place', () => {
  for (const text of ['', 'GIFT', '<html/>', '<quiz/>', '<quiz><question>', '<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>']) {
    expect(importMoodleXml(text, 'bank.xml')).toMatchObject({ ok: false, error: { type: 'BadFile', message: expect.stringContaining('bank.xml') as string } });
  }
});

it('hostile words take linear time', () => {
  const hostile = ['{1:SA:', '[[1]]', '{', '<b>', '\\', '![', '@@PLUGINFILE@@/'].map((piece) => piece.repeat(30_000));
  const started = performance.now();
  for (const text of hostile) {
    for (const type of ['cloze', 'gapfill', 'gapselect', 'shortanswer', 'calculated', 'essay']) itemOf(question(type, html(text) + answer('100', text)));
  }
  expect(performance.now() - started).toBeLessThan(30_000);
}, 60_000);

it('a question with broken markup takes no other along', () => {
  const good = (name: string) => `<!-- question: ${name.length} -->\n<question type="truefalse"><name><text>${name}</text></name><questiontext><text><![CDATA[Is <question> a word?]]></text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`;
  const xml = `<?xml version="1.0"?>\n<quiz>\n${good('a')}\n<question type="essay"><name><text>b</name></question>\n${good('ccc')}\n<question type=x>\n${good('dd')}\n</quiz`;
  const told = itemsOf(xml).map(({ title, status, sourceId, reason }) => [title, status, sourceId, reason]);
  expect(told).toEqual([
    ['a', 'imported', '1', ''],
    ['a question that cannot be read', 'skipped', null, 'this is not well-formed XML: line 5, column 43: unexpected close tag'],
    ['ccc', 'imported', '3', ''],
    ['a question that cannot be read', 'skipped', null, 'this is not well-formed XML: line 8, column 16: unquoted attribute value'],
    ['dd', 'imported', '2', ''],
  ]);
  expect(importMoodleXml('<quiz><question></quiz>', 'x').ok).toBe(false);
  expect(importMoodleXml(`<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>${good('a')}</quiz>`, 'x').ok).toBe(false);
});

it('a control character that a word processor left behind is white space', () => {
  expect(itemOf('<question type="essay"><name><text>a\u000bb</text></name><questiontext><text>c\u0001d</text></questiontext></question>')).toMatchObject({ title: 'a b' });
});

it('rows that belong to columns are matched, one right row is chosen', () => {
  const row = (number: number, text: string) => `<row number="${number}"><optiontext format="html"><text>${text}</text></optiontext><feedbacktext format="html"><text></text></feedbacktext></row>`;
  const column = (number: number, text: string) => `<column number="${number}"><responsetext format="moodle_auto_format"><text>${text}</text></responsetext></column>`;
  const weight = (at: readonly [number, number], value: string) => `<weight rownumber="${at[0]}" columnnumber="${at[1]}"><value> ${value} </value></weight>`;
  const all = row(1, 'tea') + row(2, 'iron');
  const weights = weight([1, 1], '0.000') + weight([1, 2], '1.000') + weight([2, 1], '1.000') + weight([2, 2], '0.000');
  const pairs = itemOf(`<question type="mtf">${html('Metals?')}${all}${column(1, 'yes')}${column(2, 'no')}${weights}</question>`);
  expect(pairs).toMatchObject({ status: 'imported', exercise: { type: 'MATCHING', left: [{ text: 'tea', match: 'c2' }, { text: 'iron', match: 'c1' }], right: [{ text: 'yes' }, { text: 'no' }] } });
  expect(pairs.exercise === null ? ['none'] : findingsOf(pairs.exercise)).toEqual([]);
  expect(itemOf(`<question type="kprime">${html('Metals?')}${all}${column(1, 'yes')}${column(2, 'no')}</question>`).reason).toMatch(/no column that is right/);
  expect(itemOf(`<question type="sc">${html('A metal?')}<correctrow>2</correctrow>${all}</question>`).exercise).toMatchObject({ type: 'MULTIPLE_CHOICE', options: [{ correct: false }, { correct: true }] });
});
