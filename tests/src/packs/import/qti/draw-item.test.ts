import { expect, test } from 'vitest';
import { importQtiItem } from '../../../../../src/packs/import/qti/import-qti.ts';
import type { ImportedItem } from '../../../../../src/packs/import/imported.ts';

const template = (id: string, baseType = 'integer', more = '') =>
  `<templateDeclaration identifier="${id}" cardinality="single" baseType="${baseType}" mathVariable="true"${more}/>`;
const set = (id: string, expression: string) => `<setTemplateValue identifier="${id}">${expression}</setTemplateValue>`;
const of = (name: string) => `<variable identifier="${name}"/>`;
const number = (value: number) => `<baseValue baseType="integer">${value}</baseValue>`;
const MATCH = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';
const asked = '<p><printedVariable identifier="a"/> + <printedVariable identifier="b"/> = <textEntryInteraction responseIdentifier="RESPONSE"/></p>';

const itemOf = (rules: string, body = asked, declarations = template('a') + template('b') + template('c'), id = 'sum') =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${id}" title="Sum">
    <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="integer"/>
    <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>${declarations}
    <templateProcessing>${rules}</templateProcessing><itemBody>${body}</itemBody>${MATCH}</assessmentItem>`;

function first(xml: string): ImportedItem {
  const result = importQtiItem(xml, 'item.xml');
  const [item] = result.ok ? result.value.lessons.flatMap(({ items }) => items) : [];
  return item ?? expect.fail('no item');
}

const SUM = set('a', '<randomInteger min="10" max="90" step="5"/>') + set('b', `<random><multiple>${number(1)}${number(2)}</multiple></random>`);
const SOLVED = `<setCorrectResponse identifier="RESPONSE"><sum>${of('a')}${of('b')}</sum></setCorrectResponse>`;

test('values are drawn once, and the key is reckoned from them', () => {
  const item = first(itemOf(SUM + SOLVED));
  expect(item).toMatchObject({ status: 'degraded', reason: 'its values are drawn once here, not anew for each learner' });
  if (item.exercise?.type !== 'NUMERIC') return expect.fail('no number');
  const [, a, b] = /^(\d+) \+ (\d) =/.exec(item.exercise.prompt) ?? [];
  expect(Number(a) % 5).toBe(0);
  expect(item.exercise.answer).toBe(Number(a) + Number(b));
  expect(first(itemOf(SUM + SOLVED))).toEqual(item);
  const others = ['x', 'y', 'z'].map((id) => first(itemOf(SUM + SOLVED, asked, undefined, id)).exercise?.prompt);
  expect(new Set([...others, item.exercise.prompt]).size).toBeGreaterThan(1);
});

test('what a condition sets, and a constraint allows, is what is asked', () => {
  const even = `<templateConstraint><equal toleranceMode="exact"><integerModulus>${of('a')}${number(2)}</integerModulus>${number(0)}</equal></templateConstraint>`;
  const rules = `${SUM}${even}<templateCondition><templateIf><gt>${of('a')}${number(0)}</gt>${set('c', `<power>${number(2)}${number(5)}</power>`)}</templateIf>
    <templateElse>${set('c', number(1))}</templateElse></templateCondition>
    <setCorrectResponse identifier="RESPONSE">${of('c')}</setCorrectResponse>`;
  const { exercise } = first(itemOf(rules));
  expect(exercise).toMatchObject({ type: 'NUMERIC', answer: 32 });
  expect(Number(/^\d+/.exec(exercise?.prompt ?? '')?.[0]) % 2).toBe(0);
  const never = `<templateConstraint><lt>${number(2)}${number(1)}</lt></templateConstraint>`;
  expect(first(itemOf(SUM + never + SOLVED)).reason).toBe('no values were found that its template allows');
});

test('a choice, a block and a formula show what was drawn', () => {
  const choices = ['ox', 'hen'].map((name) => `<simpleChoice identifier="${name}" templateIdentifier="animal" showHide="hide">${name}</simpleChoice>`);
  const body = `<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi></math>
    <templateInline templateIdentifier="animal" identifier="hen">hens</templateInline><templateInline templateIdentifier="animal" identifier="ox">oxen</templateInline></p>
    <choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">${choices.join('')}<simpleChoice identifier="cat">cat</simpleChoice><simpleChoice identifier="dog">dog</simpleChoice></choiceInteraction>`;
  const rules = `${set('a', number(7))}${set('animal', '<baseValue baseType="identifier">ox</baseValue>')}
    <setCorrectResponse identifier="RESPONSE"><baseValue baseType="identifier">dog</baseValue></setCorrectResponse>`;
  const { exercise } = first(itemOf(rules, body, template('a') + template('animal', 'identifier')).replace('baseType="integer"/>\n', 'baseType="identifier"/>\n'));
  expect(exercise).toMatchObject({ prompt: '7 oxen', options: [{ text: 'hen' }, { text: 'cat' }, { text: 'dog', correct: true }] });
});

test('a program of its own, and repeats without end, are told', () => {
  expect(first(itemOf(set('a', '<customOperator class="x"/>') + SOLVED)).reason).toMatch(/rules that are not understood/);
  const endless = `<repeat numberRepeats="1000"><repeat numberRepeats="1000">${number(1)}</repeat></repeat>`;
  expect(first(itemOf(set('a', `<containerSize>${endless}</containerSize>`) + SOLVED)).status).toBe('skipped');
  const begun = performance.now();
  first(itemOf(`${set('a', '<repeat numberRepeats="1000"><randomInteger max="9"/></repeat>').repeat(50)}<templateConstraint><isNull>${of('a')}</isNull></templateConstraint>`));
  expect(performance.now() - begun).toBeLessThan(3_000);
});
