import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Answer } from '../../../../../../db/models/exercise-attempt.ts';
import { grade } from '../../../../../../src/core/grading/grade.ts';
import { importQtiItem, importQtiPackage } from '../../../../../../src/packs/import/qti/import-qti.ts';
import type { ImportedItem } from '../../../../../../src/packs/import/imported.ts';
import { importedShape } from '../../../../../../src/packs/source/exercise-shapes.ts';
import { toExercise } from '../../../../../../src/packs/source/to-exercise.ts';

const words = (text: string, type = 'text/html') => `<material><mattext texttype="${type}">${text}</mattext></material>`;
const labels = (texts: readonly string[]) => `<render_choice>${texts.map((text, i) => `<response_label ident="${i + 1}">${words(text, 'text/plain')}</response_label>`).join('')}</render_choice>`;
const lid = (ident: string, texts: readonly string[], cardinality = 'Single', label = '') => `<response_lid ident="${ident}" rcardinality="${cardinality}">${label}${labels(texts)}</response_lid>`;
const is = (value: string, ident = 'r', more = '') => `<varequal respident="${ident}"${more}>${value}</varequal>`;
const when = (condition: string, score = '100', action = 'Set', more = ' continue="No"') =>
  `<respcondition${more}><conditionvar>${condition}</conditionvar><setvar action="${action}" varname="SCORE">${score}</setvar></respcondition>`;
const item = (asked: string, conditions: string, type = '', ident = 'i1') =>
  `<item ident="${ident}" title="Question"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
  <presentation>${asked}</presentation><resprocessing><outcomes><decvar maxvalue="100" varname="SCORE"/></outcomes>${conditions}</resprocessing><itemfeedback ident="1_fb"><flow_mat>${words('Not so.')}</flow_mat></itemfeedback></item>`;
const fileOf = (...items: readonly string[]) =>
  `<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="Week 1"><section ident="root_section">${items.join('')}</section></assessment></questestinterop>`;

function first(xml: string): ImportedItem {
  const result = importQtiItem(fileOf(xml), 'quiz.xml');
  const [one] = result.ok ? result.value.lessons.flatMap(({ items }) => items) : [];
  return one ?? expect.fail('no item');
}
function verdict({ exercise }: ImportedItem, answer: Answer): string {
  const source = v.parse(importedShape, { ...exercise, id: 'x', source: { format: 'qti' } });
  const place = { packId: 'p', lessonId: 'l', order: 1, level: 'BEGINNER', language: 'python' } as const;
  return grade({ ...toExercise(source, place), createdAt: 0, updatedAt: 0 }, answer, null).verdict;
}

test('one option, several, and true or false keep their keys', () => {
  const one = first(item(words('&lt;p&gt;Which &lt;b&gt;cup&lt;/b&gt;?&lt;/p&gt;') + lid('r', ['red', 'blue', 'green']), when(is('2'))));
  expect(one).toMatchObject({ sourceId: 'i1', title: 'Which cup?', status: 'imported', exercise: { type: 'MULTIPLE_CHOICE', prompt: 'Which **cup**?', options: [{ why: 'Not so.' }, {}, {}] } });
  expect(['c1', 'c2', 'c3'].map((optionId) => verdict(one, { type: 'MULTIPLE_CHOICE', optionId }))).toEqual(['FAILED', 'PASSED', 'FAILED']);
  const some = first(item(words('Which?') + lid('r', ['red', 'blue', 'green'], 'Multiple'), when(`<and>${is('1')}<not>${is('2')}</not>${is('3')}</and>`)));
  expect(some.exercise).toMatchObject({ type: 'MULTI_SELECT' });
  expect([['c1', 'c3'], ['c1'], ['c1', 'c2', 'c3']].map((optionIds) => verdict(some, { type: 'MULTI_SELECT', optionIds }))).toEqual(['PASSED', 'FAILED', 'FAILED']);
  expect(first(item(words('Tea is a metal.') + lid('r', ['True', 'False']), when(is('2')))).exercise).toMatchObject({ type: 'TRUE_FALSE', answer: false });
});

test('words and numbers are written, case as the file says', () => {
  const field = (type = '') => `<response_str ident="r" rcardinality="Single"><render_fib${type}><response_label ident="a"/></render_fib></response_str>`;
  const text = first(item(words('Two plus two?') + field(), when(is('four') + is('4'))));
  expect(['Four', '4', 'five'].map((given) => verdict(text, { type: 'SHORT_TEXT', text: given }))).toEqual(['PASSED', 'PASSED', 'FAILED']);
  expect(first(item(words('Which?') + field(), when(is('Na', 'r', ' case="Yes"')))).exercise).toMatchObject({ caseSensitive: true });
  const bounds = `<or>${is('3.14')}<and><vargte respident="r">3.13</vargte><varlte respident="r">3.15</varlte></and></or>`;
  const number = first(item(words('Pi?') + field(' fibtype="Decimal"'), when(bounds), 'numerical_question'));
  expect(['3.14', '3.149', '3.16'].map((given) => verdict(number, { type: 'NUMERIC', text: given }))).toEqual(['PASSED', 'PASSED', 'FAILED']);
  expect(first(item(words('Why?') + field(), '', 'essay_question'))).toMatchObject({ status: 'degraded', exercise: { type: 'FREE_FORM' } });
});

test('pairs are matched, blanks filled and things put in order', () => {
  const pair = (ident: string, label: string) => lid(ident, ['milk', 'eggs', 'wool'], 'Single', words(label));
  const pairs = first(item(words('What from what?') + pair('cow', 'a cow') + pair('hen', 'a hen'), [is('1', 'cow'), is('2', 'hen')].map((one) => when(one, '50', 'Add', '')).join('')));
  expect(pairs.exercise).toMatchObject({ type: 'MATCHING', left: [{ text: 'a cow', match: 'r1' }, { text: 'a hen', match: 'r2' }], right: [{ text: 'milk' }, { text: 'eggs' }, { text: 'wool' }] });
  const blank = (name: string, texts: readonly string[]) => lid(`response_${name}`, texts, 'Single', words(name));
  const conditions = [is('1', 'response_a'), is('2', 'response_b')].map((one) => when(one, '50', 'Add', '')).join('');
  const chosen = first(item(words('&lt;p&gt;Roses are [a], violets [b].&lt;/p&gt;') + blank('a', ['red', 'big']) + blank('b', ['small', 'blue']), conditions, 'multiple_dropdowns_question'));
  expect(chosen.exercise).toMatchObject({ type: 'FILL_BLANKS', text: 'Roses are {{b1}}, violets {{b2}}.', blanks: [{ accept: ['red'], choices: ['red', 'big'] }, { accept: ['blue'] }] });
  const written = first(item(words('Roses are [a], violets [b].') + blank('a', ['red', 'crimson']) + blank('b', ['blue']), conditions, 'fill_in_multiple_blanks_question'));
  expect(written.exercise).toMatchObject({ blanks: [{ accept: ['red', 'crimson'] }, { accept: ['blue'] }] });
  const order = first(item(words('In order.') + lid('r', ['two', 'one', 'three'], 'Ordered'), when(is('2') + is('1') + is('3'))));
  expect(order.exercise).toMatchObject({ type: 'ORDERING', items: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] });
});

test('what has no key, or cannot be asked, is told by name', () => {
  const reasonOf = (...parts: Parameters<typeof item>) => first(item(...parts)).reason;
  expect(reasonOf(words('Which?') + lid('r', ['a', 'b']), '')).toMatch(/^no key/);
  expect(reasonOf(words('Which?') + lid('r', ['a', 'b']), when(is('1')) + when(is('2')))).toMatch(/several of its options score the most/);
  expect(reasonOf(words('Read this.'), '', 'text_only_question')).toBe('there is nothing to answer in it');
  expect(reasonOf(words('Sum?'), '', 'calculated_question')).toMatch(/anew for each learner/);
  expect(reasonOf(words('Where?') + '<response_xy ident="r"><render_hotspot/></response_xy>', when(is('1')))).toMatch(/cannot be asked here/);
  expect(importQtiItem('<questestinterop/>', 'a.xml').ok).toBe(false);
});

test('a package of them gives its tests as lessons, with their pictures', () => {
  const shown = item(words('&lt;p&gt;&lt;img src="$IMS-CC-FILEBASE$/cup.png" alt="cup"&gt; Which?&lt;/p&gt;') + lid('r', ['a', 'b']), when(is('1')));
  const files = { 'imsmanifest.xml': '<manifest><resources><resource type="imsqti_xmlv1p2" href="g1/g1.xml"/></resources></manifest>', 'g1/g1.xml': fileOf(shown), 'web_resources/cup.png': 'x' };
  const result = importQtiPackage(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])));
  const [lesson] = result.ok ? result.value.lessons : [];
  expect([lesson?.title, lesson?.items[0]?.exercise?.prompt, Object.keys(lesson?.assets ?? {})]).toEqual(['Week 1', '![cup](cup.png) Which?', ['cup.png']]);
});
