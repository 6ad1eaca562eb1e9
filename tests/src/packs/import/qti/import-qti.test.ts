import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Answer } from '../../../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../../../db/models/exercise.ts';
import { grade } from '../../../../../src/core/grading/grade.ts';
import { importQtiItem, importQtiPackage } from '../../../../../src/packs/import/qti/import-qti.ts';
import type { ImportedItem } from '../../../../../src/packs/import/imported.ts';
import { importedShape } from '../../../../../src/packs/source/exercise-shapes.ts';
import { toExercise } from '../../../../../src/packs/source/to-exercise.ts';

const MATCH = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';
const MAP = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response.xml"/>';
const declared = (type: string, values: readonly string[], inside = '', cardinality = 'single', id = 'RESPONSE') =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${type}"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>${inside}</responseDeclaration>`;
const itemOf = (declarations: string, body: string, processing = MATCH) =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i1" title="Cups">${declarations}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>${body}</itemBody>${processing}</assessmentItem>`;
const CHOICES = '<simpleChoice identifier="A">one <b>cup</b></simpleChoice><simpleChoice identifier="B">two</simpleChoice><simpleChoice identifier="C">three</simpleChoice>';
const choiceOf = (most: number) => `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="${most}"><prompt>How many?</prompt>${CHOICES}</choiceInteraction>`;

function imported(xml: string): readonly ImportedItem[] {
  const result = importQtiItem(xml, 'item.xml');
  if (!result.ok) throw new Error(result.error.message);
  return result.value.lessons.flatMap(({ items }) => items);
}
const first = (xml: string): ImportedItem => {
  const [item] = imported(xml);
  if (item === undefined) throw new Error('no item');
  return item;
};
function rowOf({ exercise }: ImportedItem): Exercise {
  const source = v.parse(importedShape, { ...exercise, id: 'x', source: { format: 'qti' } });
  const place = { packId: 'p', lessonId: 'l', order: 1, level: 'BEGINNER', language: 'python' } as const;
  return { ...toExercise(source, place), createdAt: 0, updatedAt: 0 };
}
const verdict = (item: ImportedItem, answer: Answer) => grade(rowOf(item), answer, null).verdict;
const isTextRight = (item: ImportedItem, text: string) => {
  const type = rowOf(item).type as 'SHORT_TEXT' | 'NUMERIC' | 'FREE_FORM';
  return verdict(item, { type, text }) === 'PASSED';
};

test('a choice of one has the correct response as its key, and every other option is wrong', () => {
  const item = first(itemOf(declared('identifier', ['B']), choiceOf(1)));
  expect(item).toMatchObject({ sourceId: 'i1', title: 'Cups', kind: 'choiceInteraction', status: 'imported', reason: '' });
  expect(item.exercise).toMatchObject({ type: 'MULTIPLE_CHOICE', prompt: 'How many?', options: [{ text: 'one **cup**' }, {}, {}] });
  const verdicts = ['c1', 'c2', 'c3'].map((optionId) => verdict(item, { type: 'MULTIPLE_CHOICE', optionId }));
  expect(verdicts).toEqual(['FAILED', 'PASSED', 'FAILED']);
});

test('the same item of QTI 3.0 is the same exercise', () => {
  const second = itemOf(declared('identifier', ['B']), choiceOf(1));
  const third = second
    .replace(/(<\/?)(assessmentItem|responseDeclaration|correctResponse|outcomeDeclaration|itemBody|choiceInteraction|simpleChoice|responseProcessing|value|prompt)\b/g, (_, start: string, name: string) => `${start}qti-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`)
    .replace(/\b(baseType|responseIdentifier|maxChoices)=/g, (name) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`));
  expect(third).toContain('<qti-choice-interaction response-identifier="RESPONSE" max-choices="1">');
  expect(first(third).exercise).toEqual(first(second).exercise);
});

test('two options called true and false are TRUE_FALSE', () => {
  const body = '<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="t">True</simpleChoice><simpleChoice identifier="f">False</simpleChoice></choiceInteraction>';
  expect(first(itemOf(declared('identifier', ['f']), `<p>Tea is a metal.</p>${body}`)).exercise).toMatchObject({ type: 'TRUE_FALSE', answer: false });
});

test('a mapping decides without a correct response, and what it paid in part is told', () => {
  const mapping = '<mapping defaultValue="0"><mapEntry mapKey="B" mappedValue="2"/><mapEntry mapKey="C" mappedValue="1"/></mapping>';
  const item = first(itemOf(`<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">${mapping}</responseDeclaration>`, choiceOf(1), MAP));
  expect(item.status).toBe('degraded');
  expect(item.reason).toContain('a part of the points');
  expect(verdict(item, { type: 'MULTIPLE_CHOICE', optionId: 'c2' })).toBe('PASSED');
});

test('several right options are MULTI_SELECT, right only as a whole', () => {
  const item = first(itemOf(declared('identifier', ['A', 'C'], '', 'multiple'), choiceOf(0)));
  expect(item.status).toBe('imported');
  const sets = [['c1', 'c3'], ['c1'], ['c1', 'c2', 'c3'], ['c2']];
  expect(sets.map((optionIds) => verdict(item, { type: 'MULTI_SELECT', optionIds }))).toEqual(['PASSED', 'FAILED', 'FAILED', 'FAILED']);
});

const entry = (id = 'RESPONSE') => `<textEntryInteraction responseIdentifier="${id}"/>`;

test('a mapped text takes every answer that scores the most, case as the mapping says', () => {
  const mapping = '<mapping><mapEntry mapKey="York" mappedValue="1" caseSensitive="true"/><mapEntry mapKey="yorke" mappedValue="1" caseSensitive="true"/></mapping>';
  const item = first(itemOf(declared('string', ['York'], mapping), `<p>this sun of ${entry()};</p>`, MAP));
  expect(item.exercise).toMatchObject({ type: 'SHORT_TEXT', caseSensitive: true, accept: ['York', 'yorke'] });
  expect(['York', 'yorke', 'york', 'Kent'].map((text) => isTextRight(item, text))).toEqual([true, true, false, false]);
});

const scoring = (condition: string) =>
  `<responseProcessing><responseCondition><responseIf>${condition}<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`;
const VARIABLE = '<variable identifier="RESPONSE"/>';

test('a tolerance becomes the range of a number', () => {
  const equal = `<equal toleranceMode="absolute" tolerance="0.5 0.5">${VARIABLE}<correct identifier="RESPONSE"/></equal>`;
  const item = first(itemOf(declared('float', ['12']), `<p>12? ${entry()}</p>`, scoring(equal)));
  expect(item).toMatchObject({ status: 'imported', exercise: { type: 'NUMERIC', answer: 12, absolute: 0.5 } });
  expect(['12', '12.5', '11.5', '12.6', '11.4'].map((text) => isTextRight(item, text))).toEqual([true, true, true, false, false]);
});

test('two bounds are a range too', () => {
  const five = '<baseValue baseType="float">5</baseValue>';
  const condition = `<and><gt>${VARIABLE}${five}</gt><lte>${VARIABLE}<baseValue baseType="float">9</baseValue></lte></and>`;
  const item = first(itemOf(declared('float', ['7']), `<p>${entry()}</p>`, scoring(condition)));
  expect(['5', '5.1', '9', '9.1'].map((text) => isTextRight(item, text))).toEqual([false, true, true, false]);
});

test('own rules about a text are read: either of two, case aside, or a pattern', () => {
  const match = (text: string) => `<stringMatch caseSensitive="false">${VARIABLE}<baseValue baseType="string">${text}</baseValue></stringMatch>`;
  const condition = `<or>${match('tea')}${match('Chai')}<patternMatch pattern="cups? of tea">${VARIABLE}</patternMatch></or>`;
  const item = first(itemOf(declared('string', ['tea']), `<p>${entry()}</p>`, scoring(condition)));
  expect(['tea', 'TEA', 'chai', 'cup of tea', 'coffee'].map((text) => isTextRight(item, text))).toEqual([true, true, true, true, false]);
});

test('several fields in sentences are the gaps of one text', () => {
  const body = `<p>Fill in.</p><p>A {{b1}} ${entry('R1')} and <inlineChoiceInteraction responseIdentifier="R2"><inlineChoice identifier="x">milk</inlineChoice><inlineChoice identifier="y">oil</inlineChoice></inlineChoiceInteraction>.</p>`;
  const declarations = declared('string', ['tea'], '', 'single', 'R1') + declared('identifier', ['x'], '', 'single', 'R2');
  const item = first(itemOf(declarations, body, ''));
  expect(item).toMatchObject({ status: 'imported', exercise: { type: 'FILL_BLANKS', prompt: 'Fill in.', text: 'A { {b1}} {{b1}} and {{b2}}.' } });
  expect(verdict(item, { type: 'FILL_BLANKS', blanks: { b1: 'tea', b2: 'milk' } })).toBe('PASSED');
  expect(verdict(item, { type: 'FILL_BLANKS', blanks: { b1: 'tea', b2: 'oil' } })).toBe('FAILED');
});

test('words for gaps, things in order and things that belong together keep their keys', () => {
  const gaps = '<gapMatchInteraction responseIdentifier="RESPONSE"><gapText identifier="w">winter</gapText><gapText identifier="s">summer</gapText><p>Now is the <gap identifier="G1"/></p></gapMatchInteraction>';
  const gapped = first(itemOf(declared('directedPair', ['w G1'], '', 'multiple'), gaps));
  expect(gapped.exercise).toMatchObject({ type: 'FILL_BLANKS', text: 'Now is the {{b1}}', blanks: [{ accept: ['winter'], choices: ['winter', 'summer'] }] });
  const order = first(itemOf(declared('identifier', ['C', 'A', 'B'], '', 'ordered'), `<orderInteraction responseIdentifier="RESPONSE">${CHOICES}</orderInteraction>`));
  expect(order.exercise).toMatchObject({ type: 'ORDERING', orders: [['c3', 'c1', 'c2']] });
  const set = (ids: string) => `<simpleMatchSet>${ids.split('').map((id) => `<simpleAssociableChoice identifier="${id}">${id}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
  const match = `<matchInteraction responseIdentifier="RESPONSE">${set('PQ')}${set('XYZ')}</matchInteraction>`;
  const matched = first(itemOf(declared('directedPair', ['P Z', 'Q X'], '', 'multiple'), match));
  expect(verdict(matched, { type: 'MATCHING', pairs: { c1: 'c3', c2: 'c1' } })).toBe('PASSED');
  const crossed = first(itemOf(declared('directedPair', ['P Z', 'P X', 'Q X'], '', 'multiple'), match));
  expect(crossed).toMatchObject({ status: 'degraded', exercise: { type: 'MULTI_SELECT' } });
});

test('feedback becomes the explanation, and the reason of an option', () => {
  const outcome = '<outcomeDeclaration identifier="F" cardinality="single" baseType="identifier"/>';
  const inline = '<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="A">one<feedbackInline outcomeIdentifier="F" identifier="A">Too few.</feedbackInline></simpleChoice><simpleChoice identifier="B">two</simpleChoice></choiceInteraction>';
  const rules = `<responseProcessing><setOutcomeValue identifier="F">${VARIABLE}</setOutcomeValue></responseProcessing><modalFeedback outcomeIdentifier="F" identifier="B" showHide="show">Just so.</modalFeedback>`;
  const { exercise } = first(itemOf(declared('identifier', ['B']) + outcome, inline, rules));
  expect(exercise).toMatchObject({ explanation: 'Just so.', options: [{ text: 'one', why: 'Too few.' }, { text: 'two', why: '' }] });
});

test('what cannot be asked, or has no key, is skipped by name', () => {
  const reasonOf = (xml: string) => imported(xml).map(({ status, reason }) => `${status}: ${reason}`);
  expect(reasonOf(itemOf('', choiceOf(1), ''))).toEqual(['skipped: no key: the file does not say which answer is right']);
  expect(reasonOf(itemOf('', '<uploadInteraction responseIdentifier="R"/>'))).toEqual(['skipped: it is answered by a file (uploadInteraction)']);
  const random = scoring('<customOperator/>');
  expect(reasonOf(itemOf(declared('identifier', ['B']), choiceOf(1), random))[0]).toMatch(/^degraded: its own response processing is not understood/);
});

test('an essay is judged by its rubric', () => {
  const body = '<extendedTextInteraction responseIdentifier="RESPONSE"><prompt>Why tea?</prompt></extendedTextInteraction><rubricBlock view="scorer"><p>Names a reason.</p></rubricBlock>';
  const item = first(itemOf('<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>', body, ''));
  expect(item).toMatchObject({ status: 'imported', exercise: { type: 'FREE_FORM', prompt: 'Why tea?', rubric: { criteria: ['Names a reason.'] } } });
});

const bytes = (text: string) => new TextEncoder().encode(text);

test('a package gives its items by manifest and test, with pictures and stimuli', () => {
  const item = itemOf(declared('identifier', ['B']), `<p><img src="../img/My%20cup.png" alt="a cup"/></p>${choiceOf(1)}`).replace('<itemBody>', '<stimulusRef identifier="s" href="../s.xml"/><itemBody>');
  const result = importQtiPackage({
    'imsmanifest.xml': bytes('<manifest><resources><resource type="imsqti_item_xmlv2p1" href="items/a.xml"/><resource type="imsqti_item_xmlv2p1" href="items/bad.xml"/><resource type="imsqti_item_xmlv2p1" href="gone.xml"/><resource type="imsqti_test_xmlv2p1" href="test.xml"/></resources></manifest>'),
    'test.xml': bytes('<assessmentTest title="Tea"><testPart><assessmentSection title="Cups"><assessmentItemRef href="items/a.xml"/></assessmentSection></testPart></assessmentTest>'),
    's.xml': bytes('<assessmentStimulus><stimulusBody><p>A story.</p></stimulusBody></assessmentStimulus>'),
    'items/a.xml': bytes(item),
    'items/bad.xml': bytes('<assessmentItem><'),
    'img/My cup.png': new Uint8Array([1, 2]),
  });
  if (!result.ok) throw new Error(result.error.message);
  const [cups, rest] = result.value.lessons;
  expect(result.value.title).toBe('Tea');
  expect(cups).toMatchObject({ title: 'Cups', assets: { 'my-cup.png': new Uint8Array([1, 2]) } });
  expect(cups?.items[0]?.exercise?.prompt).toBe('A story.\n\n![a cup](my-cup.png)\n\nHow many?');
  expect(rest?.items.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
  expect(rest?.items[1]?.reason).toBe('`gone.xml` is not in the package');
});

test('a file that is no item is refused with a reason', () => {
  const refused = (text: string) => {
    const result = importQtiItem(text, 'x.xml');
    return result.ok ? 'taken' : result.error.message;
  };
  expect(refused('<questestinterop/>')).toContain('no item of QTI 1.2');
  expect(refused('hello')).toContain('not well-formed XML');
  expect(refused('<html></html>')).toContain('no QTI item');
  expect(importQtiPackage({ 'a.txt': bytes('x') }).ok).toBe(false);
});
