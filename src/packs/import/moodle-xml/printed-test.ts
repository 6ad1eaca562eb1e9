import { ANSWER_NAME, STANDARD, type Template } from './coderunner-template.ts';

export type Comparison = 'equal' | 'near' | 'regex';

interface Printing {
  /** Behind the learner's program, in its own namespace. */
  readonly code: string;
  readonly stdin: string;
  readonly expected: string;
}

/** A test by what is printed: of the program alone where there is nothing around it, else by a file of tests. */
export function printedTest(test: Printing, template: Template, comparison: Comparison) {
  const isBare = [template.before, template.between, template.after, withoutComments(test.code)].every((part) => part.trim() === '');
  if (isBare && comparison === 'equal') return { stdin: test.stdin, stdout: test.expected };
  return { testFile: { file: 'printed_test.py', source: sourceOf(test, template, comparison) } };
}

const withoutComments = (code: string): string => code.split('\n').filter((line) => !/^\s*#/.test(line)).join('\n');

const CHECKS: { readonly [C in Comparison]: string } = {
  equal: '    assert lines(printed(PROGRAM, TYPED)) == lines(EXPECTED)',
  near: '    assert printed(PROGRAM, TYPED).lower().split() == EXPECTED.lower().split()',
  regex: '    assert re.search(EXPECTED, printed(PROGRAM, TYPED), re.MULTILINE | re.DOTALL)',
};

/** The learner's program as the main program, and the test's code behind it; all that both print is compared. */
function sourceOf({ code, stdin, expected }: Printing, { before, between, after }: Template, comparison: Comparison): string {
  const pasted = `${before === '' ? '' : `${pythonString(before)} + `}ANSWER + ${pythonString(`${between}${code}${after}`)}`;
  return `import contextlib
import io
import re
import sys

with open("main.py", encoding="utf-8") as file:
    ANSWER = file.read()
PROGRAM = ${pasted}
TYPED = ${pythonString(stdin)}
EXPECTED = ${pythonString(expected)}


def printed(program, typed):
    out, before = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(typed)
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(program, "main.py", "exec"), {"__name__": "__main__", "${ANSWER_NAME}": ANSWER})
    except SystemExit:
        pass
    finally:
        sys.stdin = before
    return out.getvalue()


def lines(text):
    return [line.rstrip() for line in text.rstrip().split("\\n")]


def test_printed():
${CHECKS[comparison]}
`;
}

const WRITTEN = /\nPROGRAM = ([^]*?)ANSWER \+ ([^]*?)\nTYPED = ([^]*?)\nEXPECTED = ([^]*?)\n\n\ndef printed/;

/** What such a file of tests was made of, its template in one piece around; null for any other file. */
export function readPrintedTest(source: string) {
  const found = WRITTEN.exec(source);
  if (found === null) return null;
  const [before, behind, stdin, expected] = found.slice(1).map((part) => readPythonString(part.replace(/ \+ $/, '')));
  if (before === undefined || behind === undefined || stdin === undefined || expected === undefined) return null;
  if (!behind.startsWith(STANDARD.between) || !behind.endsWith(STANDARD.after)) return null;
  const code = behind.slice(STANDARD.between.length, behind.length - STANDARD.after.length);
  const comparison = (['equal', 'near', 'regex'] as const).find((one) => source.endsWith(`${CHECKS[one]}\n`)) ?? 'equal';
  const template = { ...STANDARD, before };
  return sourceOf({ code, stdin, expected }, template, comparison) === source ? { code, stdin, expected, before, comparison } : null;
}

function readPythonString(written: string): string {
  const lines = written.match(/"(?:\\.|[^"\\])*"/g) ?? [];
  const plain = lines.map((line) => line.replace(/\\\\|\\U([0-9a-f]{8})/g, (whole, code: string | undefined) => (code === undefined ? whole : String.fromCodePoint(parseInt(code, 16)))));
  return plain.map((line) => String(JSON.parse(line))).join('');
}

/** As Python writes it; lines of it stand under each other where there are several. */
export function pythonString(text: string): string {
  const lines = text.split(/(?<=\n)/);
  const written = lines.map((line) => JSON.stringify(line).replace(/[\u007f-\u{10ffff}]/gu, escaped));
  return written.length < 2 ? (written[0] ?? '""') : `(\n    ${written.join('\n    ')}\n)`;
}

/** Beyond the first plane Python has an escape of its own. */
function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
