import { expect, test } from 'vitest';
import { answerHash } from '../../../../src/packs/answer-hash.ts';
import { exportSource } from '../../../../src/packs/export/source/export-source.ts';
import { readCourse } from '../../../../src/packs/source/parse-course.ts';
import { toBundle } from '../../../../src/packs/to-bundle.ts';
import { translated, untranslated } from '../../../../src/packs/translate.ts';
import { docOf } from '../pack/pack-files.ts';
import { CODE, courseFiles, findings, lessonWith } from './course-files.ts';
import { GERMAN_COURSE, GERMAN_LESSON, translatedFiles, WAHL } from './translated-files.ts';

const block = (text: string): string => `\n\n:::exercise\n${text.trim()}\n:::\n`;
/** What is wrong with the German lesson when this stands behind its text. The first block's YAML begins in line 8. */
const flaws = (...blocks: readonly string[]): string[] =>
  findings(translatedFiles(`Der Tee ist fertig.${blocks.map(block).join('')}`)).map((line) => line.replace(`${GERMAN_LESSON}:`, ''));

test('a translation overrides words, and what it leaves out is said in the original', () => {
  const doc = docOf(translatedFiles());
  const bundle = toBundle(doc, 'de');
  expect(bundle.course).toMatchObject({ title: 'Tee', description: 'Von Tee.', language: 'de' });
  expect(bundle.lessons).toMatchObject([{ title: 'Erste Tasse', content: 'Der Tee ist fertig.', objectives: [{ id: 'o1', text: 'Tee eingießen' }] }]);
  expect(bundle.exercises).toMatchObject([
    { prompt: 'Welcher?', hints: ['Sieh dir das Blatt an.'], options: [{ id: 'green', text: 'Grüner', why: 'Er ist es.' }, { text: 'Schwarzer' }] },
    { prompt: 'Is it hot?', hints: ['Touch the cup.'] },
  ]);
});

test('in its own language, and in one it does not speak, the course is the original', () => {
  const original = toBundle(docOf({ ...translatedFiles(), [GERMAN_COURSE]: '', [GERMAN_LESSON]: '---\n---\n' }));
  expect(toBundle(docOf(translatedFiles()))).toEqual(original);
  expect(toBundle(docOf(translatedFiles()), 'fr')).toEqual(original);
});

test('ids, keys and revisions stay, so nothing counts as changed', () => {
  const doc = docOf(translatedFiles());
  const german = translated(doc, 'de');
  const hashes = (of: typeof doc): string[] => of.lessons.flatMap(({ exercises }) => exercises.map(answerHash));
  expect(hashes(german)).toEqual(hashes(doc));
  expect(toBundle(doc, 'de').exercises.map(({ id, rev }) => [id, rev])).toEqual(toBundle(doc).exercises.map(({ id, rev }) => [id, rev]));
});

test('a lesson whose text is not translated is told apart', () => {
  expect(untranslated(docOf(translatedFiles()), 'de')).toEqual([]);
  expect(untranslated(docOf(translatedFiles(block(WAHL))), 'de')).toEqual(['010-tea']);
  expect(untranslated(docOf(translatedFiles()), 'en')).toEqual([]);
});

test('written as a folder again, it is the same course', () => {
  const doc = docOf(translatedFiles());
  const read = readCourse(exportSource(doc));
  expect(read.ok ? read.value : read.error).toEqual(doc);
});

test('every type says its own words in another language', () => {
  const original = courseFiles(lessonWith(CODE.replace('hints:', 'mistakes: [{ answer: "x = 1", say: No function. }]\nconstructs: { required: [{ construct: function, say: Define it. }] }\nhints:')));
  const german = block(`
id: tea.bill
prompt: Vervollständige es.
tests: [{ id: t1, name: drei }]
mistakes: [{ answer: "x = 1", say: Keine Funktion. }]
constructs: { required: [{ construct: function, say: Definiere sie. }] }
hints: [Denk an zwei Tassen.]`);
  const doc = docOf({ ...original, 'course.yaml': (original['course.yaml'] ?? '').replace('[en]', '[en, de]'), [GERMAN_LESSON]: `---\n---\n${german}` });
  expect(toBundle(doc, 'de').exercises[0]).toMatchObject({
    prompt: 'Vervollständige es.',
    tests: [{ id: 't1', name: 'drei', call: 'bill(3)', expect: '6' }],
    mistakes: [{ answer: 'x = 1', say: 'Keine Funktion.' }],
    constructs: { required: [{ construct: 'function', say: 'Definiere sie.' }] },
  });
});

test('anything but words is a finding with its line', () => {
  expect(flaws(`${WAHL}type: MULTIPLE_CHOICE`)).toEqual([
    '14: type: expected one of id, prompt, explanation, hints, options, found `type`',
  ]);
  expect(flaws(WAHL.replace('why: Er ist es. }', 'correct: true }'))).toEqual(['11: options[0].correct: expected one of id, text, why, found `correct`']);
});

test('what does not fit the original is a finding with its line', () => {
  expect(flaws(WAHL.replace('tea.kind', 'tea.kin'))).toEqual(['8: id: expected the id of an exercise of the lesson that it translates (did you mean `tea.kind`?), found `tea.kin`']);
  expect(flaws(WAHL.replace('id: tea.kind', ''))).toEqual(['8: id: expected the id of an exercise of the lesson that it translates, found nothing']);
  expect(flaws(WAHL, WAHL)).toEqual(['18: id: expected an exercise not translated before, found `tea.kind` again']);
  expect(flaws(WAHL.replace('id: green', 'id: grün'))).toEqual(['11: options[0].id: expected an id of small letters, digits, `.` and `-`, such as `names.bill`, found "grün"']);
  expect(flaws(WAHL.replace('id: green', 'id: greem'))).toEqual(['11: options[0].id: expected the id of an option of the original (did you mean `green`?), found `greem`']);
  expect(flaws(WAHL.replace('[Sieh', '[Noch einer, Sieh'))).toEqual(['13: hints: expected 1, one for each hint of the original, found 2']);
  expect(flaws(WAHL.replace('Schwarzer', 'Grüner'))).toEqual(['12: options[1].text: expected something not used before, found `Grüner` again']);
  expect(flaws(WAHL.replace('Sieh dir das Blatt an.', 'Es ist Grüner.'))).toEqual(['13: hints[0]: expected a hint without the solution, found `Grüner` in it']);
  expect(flaws(WAHL.replace('Welcher?', '"Welcher? ![Tasse](tasse.svg)"'))[0]).toContain('9: prompt: expected a picture that lies beside the lesson');
});

test('answers, rules and gaps are those of the original', () => {
  const original = courseFiles(lessonWith(
    'id: tea.word\ntype: SHORT_TEXT\nprompt: What?\naccept: [tea]\nmistakes: [{ answer: coffee, say: Not that. }]\nhints: [It is hot.]',
    'id: tea.gap\ntype: FILL_BLANKS\nprompt: Fill.\ntext: "{{what}} is hot."\nblanks: [{ id: what, accept: [tea] }]\nhints: [It is hot.]',
    'id: tea.own\ntype: FREE_FORM\nprompt: Why?\nrubric: { criteria: [One., Two.], sample: So. }\nhints: [Think.]',
  ));
  const told = (text: string): string[] =>
    findings({ ...original, 'course.yaml': (original['course.yaml'] ?? '').replace('[en]', '[en, de]'), [GERMAN_LESSON]: `---\n---\n${block(text)}` });
  expect(told('id: tea.word\nmistakes: [{ answer: Kaffee, say: Nein. }]')[0]).toContain('expected an `answer` of the original\'s `mistakes`, to the letter, found "Kaffee"');
  expect(told('id: tea.word\naccept: [Tee]')[0]).toContain('accept: expected one of id, prompt, explanation, hints, mistakes, found `accept`');
  expect(told('id: tea.gap\ntext: Tee ist heiß.')[0]).toContain('text: expected `{{what}}` once, found nowhere');
  expect(told('id: tea.gap\ntext: "{{what}} und {{wat}}."')[0]).toContain("text: expected only the original's blanks (did you mean `what`?), found `wat`");
  expect(told('id: tea.own\nrubric: { criteria: [Eins.] }')[0]).toContain('rubric.criteria: expected 2, one for each criterion of the original, found 1');
  expect(told('id: tea.gap\ntext: "{{what}} ist heiß."')).toEqual([]);
});

test('a file in a language that course.yaml does not list is a finding', () => {
  const files = translatedFiles();
  expect(findings({ ...files, 'course.fr.yaml': 'title: Thé', 'lessons/010-tea/lesson.fr.md': 'Le thé.' })).toEqual([
    'course.fr.yaml:1: expected a language that course.yaml lists in `languages` behind `en` (de), found `fr`',
    'lessons/010-tea/lesson.fr.md:1: expected a language that course.yaml lists in `languages` behind `en` (de), found `fr`',
  ]);
  expect(findings({ ...files, 'course.en.yaml': 'title: Tea' })).toEqual(['course.en.yaml:1: expected another language than `en`, which the course is written in, found `en`']);
  expect(findings({ ...files, 'course.yaml': (files['course.yaml'] ?? '').replace('[en, de]', '[en, en]') })[0]).toContain('expected each language once');
});

test('course.de.yaml holds words alone, and a head as many objectives as the original', () => {
  expect(findings({ ...translatedFiles(), [GERMAN_COURSE]: 'title: Tee\nversion: 1.0.0\n' })).toEqual(['course.de.yaml:2: version: expected one of title, description, found `version`']);
  const files = translatedFiles();
  expect(findings({ ...files, [GERMAN_LESSON]: (files[GERMAN_LESSON] ?? '').replace('[Tee', '[Noch eins, Tee') })).toEqual([
    `${GERMAN_LESSON}:3: objectives: expected 1, one for each objective of the original, found 2`,
  ]);
});
