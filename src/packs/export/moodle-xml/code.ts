import type { CodeLanguage } from '../../../../db/models/enums.ts';
import type { CodeSource } from '../../source/exercise-shapes.ts';
import type { TestSource } from '../../source/code-shapes.ts';
import { ECHOING } from '../../import/moodle-xml/coderunner.ts';
import { readPrintedTest } from '../../import/moodle-xml/printed-test.ts';
import { notHeld, question, type Held } from './question-parts.ts';
import { tag, value, words } from './xml.ts';

const GRADERS = { equal: 'EqualityGrader', near: 'NearEqualityGrader', regex: 'RegexGrader' } as const;

/** For the plugin CodeRunner, which compares what a single program prints. */
export function codeRunner(source: CodeSource, courseLanguage: CodeLanguage | null): Held {
  const language = source.language ?? courseLanguage;
  const { starter, solution, constructs } = source;
  if (language !== 'python' && language !== 'javascript') return notHeld('CodeRunner has no type for its language');
  if (starter === undefined || solution === undefined || source.files !== undefined || source.solutions !== undefined) return notHeld('CodeRunner takes a single file');
  if (source.mistakes.length > 0) return notHeld('CodeRunner knows no mistakes');
  if (constructs.required.length + constructs.forbidden.length > 0) return notHeld('CodeRunner looks at no constructs');
  const tests = source.tests.map((test) => ({ test, printing: printingOf(test) }));
  const [first] = tests;
  const kindOf = (printing: Printing | null): string => `${printing?.comparison ?? ''} ${printing?.before ?? ''}`;
  const own = first?.printing ?? null;
  if (own === null || tests.some(({ printing }) => printing === null)) return notHeld('CodeRunner compares what is printed, and a test looks at something else');
  if (tests.some(({ printing }) => kindOf(printing) !== kindOf(own))) return notHeld('its tests compare in different ways');
  const isEcho = own.before === ECHOING.before;
  if (!isEcho && own.before !== '') return notHeld('its tests run code of their own around the answer');
  const cases = tests.map(({ test, printing }) => (printing === null ? '' : caseOf(test, printing)));
  const type = language === 'javascript' ? 'nodejs' : isEcho ? 'python3_w_input' : 'python3';
  const body = [
    value('coderunnertype', type),
    value('prototypetype', 0),
    value('allornothing', 1),
    value('answerpreload', starter),
    value('answer', solution),
    value('grader', GRADERS[own.comparison]),
    tag('testcases', cases.join('\n')),
  ];
  return question('coderunner', source, body.join('\n'));
}

type Printing = NonNullable<ReturnType<typeof readPrintedTest>>;

function printingOf({ stdin, stdout, testFile }: TestSource): Printing | null {
  if (stdout !== undefined) return { code: '', stdin: stdin ?? '', expected: stdout, before: '', comparison: 'equal' };
  return testFile === undefined ? null : readPrintedTest(testFile.source);
}

const caseOf = ({ id, name, visible }: TestSource, { code, stdin, expected }: Printing): string =>
  tag(
    'testcase',
    [words('testcode', code), words('stdin', stdin), words('expected', expected), words('extra', ''), words('display', visible ? 'SHOW' : 'HIDE')].join(''),
    { testtype: 0, useasexample: 0, hiderestiffail: 0, mark: '1.0000000', id, name: name.trim() },
  );
