import { ANSWER_NAME, type Template } from './coderunner-template.ts';

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
