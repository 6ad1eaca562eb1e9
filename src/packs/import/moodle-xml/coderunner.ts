import { ok } from '../../../core/result.ts';
import { ID_PATTERN } from '../../source/shape-words.ts';
import type { ImportedExercise } from '../imported.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml-tree.ts';
import { readTemplate, STANDARD, type Template } from './coderunner-template.ts';
import { printedTest, type Comparison } from './printed-test.ts';
import { isSet, notTaken, plain, rawText, type Question, type Taken } from './question.ts';
import { FIX_BUG, hasTag, sharedParts } from './shared-parts.ts';

type Test = Extract<ImportedExercise, { type: 'CODE_COMPLETION' }>['tests'][number];

/** `python3_w_input` shows what is typed, as a terminal would. */
export const ECHOING: Template = {
  ...STANDARD,
  before: "__saved_input__ = input\ndef input(prompt=''):\n    s = __saved_input__(prompt)\n    print(s)\n    return s\n\n",
};

const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['', 'equal'],
  ['EqualityGrader', 'equal'],
  ['NearEqualityGrader', 'near'],
  ['RegexGrader', 'regex'],
]);

/** A program that is run; what it prints, and what the author's code behind it prints, is compared. */
export function codeRunner(question: Question): Taken {
  const { element } = question;
  const type = plain(element, 'coderunnertype');
  if (Number(plain(element, 'prototypetype') || '0') !== 0) return notTaken('it is the pattern for a type of question, not a question');
  const isJavascript = type === 'nodejs';
  if (!isJavascript && !type.startsWith('python3')) return notTaken(`code of its type (${type || 'none'}) cannot be run here`);
  const comparison = COMPARISONS.get(plain(element, 'grader'));
  if (comparison === undefined) return notTaken(`it is graded by a program of its own (${plain(element, 'grader')})`);
  const templateText = text(element, 'template');
  const template = templateText.trim() === '' ? ownTemplate(type) : readTemplate(templateText);
  if (template === null) return notTaken('its template does more than put the answer and the test behind each other');
  if (isSet(element, 'twigall') && textOf(element).includes('{{')) return notTaken('its numbers or words are made anew for each learner');
  const cases = testCases(element);
  if (cases.length === 0) return notTaken('it has no test');
  const isKnown = isJavascript || type === 'python3' || type === 'python3_w_input' || templateText.trim() !== '';
  if (!isKnown && cases.some(({ stdin }) => stdin.trim() !== '')) return notTaken(`how its type (${type}) reads input is not in the file`);
  if (!isKnown) question.lose(`the checks of its type (${type}), which is not in the file`);
  const solution = text(element, 'answer');
  if (solution.trim() === '') return notTaken('it comes without a solution to prove its tests by');
  const tests: Test[] = [];
  for (const [at, one] of cases.entries()) {
    const test = isJavascript ? javascriptTest(one, comparison) : printedTest(one, template, comparison);
    if (test === null) return notTaken(`its test ${at + 1} runs code behind the answer that cannot be taken over exactly`);
    tests.push({ id: one.id ?? `t${at + 1}`, name: one.name ?? `Test ${at + 1}`, visible: one.isVisible, ...test });
  }
  if (new Set(cases.map(({ mark }) => mark)).size > 1 && !isSet(element, 'allornothing')) question.lose('its tests count alike here, not each by its own mark');
  if (comparison === 'regex') question.lose('what is printed is searched by the rules of Python for expressions');
  return ok({
    type: hasTag(question, FIX_BUG) ? 'FIX_BUG' : 'CODE_COMPLETION',
    ...sharedParts(question),
    language: isJavascript ? 'javascript' : 'python',
    starter: starterOf(element, isJavascript),
    solution,
    tests,
  });
}

const ownTemplate = (type: string): Template => (type === 'python3_w_input' ? ECHOING : STANDARD);

/** Not trimmed: code begins with its own indentation. */
function text(element: XmlElement, name: string): string {
  const field = childOf(element, name);
  return field === null ? '' : rawText(field).replace(/\r\n?/g, '\n');
}

function starterOf(element: XmlElement, isJavascript: boolean): string {
  const preload = text(element, 'answerpreload');
  if (preload.trim() !== '') return preload;
  return isJavascript ? '// Write your code here.\n' : '# Write your code here.\n';
}

export interface TestCase {
  readonly code: string;
  readonly stdin: string;
  readonly expected: string;
  readonly extra: string;
  readonly mark: string;
  readonly isVisible: boolean;
  readonly id: string | null;
  readonly name: string | null;
}

function testCases(element: XmlElement): TestCase[] {
  const list = childOf(element, 'testcases');
  if (list === null) return [];
  const cases = childrenOf(list, 'testcase').map((one) => ({
    code: text(one, 'testcode'),
    stdin: text(one, 'stdin'),
    expected: text(one, 'expected'),
    extra: text(one, 'extra'),
    mark: String(Number(one.attributes.mark ?? '1')),
    isVisible: plain(one, 'display') === 'SHOW' || plain(one, 'display') === '' || one.attributes.useasexample === '1',
    id: ID_PATTERN.test(one.attributes.id ?? '') ? (one.attributes.id ?? null) : null,
    name: one.attributes.name?.trim() === '' ? null : (one.attributes.name ?? null),
    /** 1: run before the answer is handed in only. */
    type: one.attributes.testtype ?? '0',
  }));
  return cases.filter(({ type }) => type !== '1');
}

/** No code behind the answer, or one value printed, of which the printed form is its text. */
function javascriptTest({ code, stdin, expected }: TestCase, comparison: Comparison): Omit<Test, 'id' | 'name'> | null {
  if (comparison !== 'equal') return null;
  if (code.trim() === '') return { stdin, stdout: expected };
  const call = /^\s*console\.log\(([^;\n]+)\);?\s*$/.exec(code)?.[1];
  const isPlain = /^[^\s[{<(][^\n]*$/.test(expected.trim()) && stdin.trim() === '';
  return call === undefined || !isPlain ? null : { call: `String(${call})`, expect: JSON.stringify(expected.trim()) };
}
