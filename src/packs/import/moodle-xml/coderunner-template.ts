/** A template of CodeRunner's that only pastes: what is run is `before`, the answer, `between`, the test's code, `after`. */
export interface Template {
  readonly before: string;
  /** Between the answer and the test's code. */
  readonly between: string;
  readonly after: string;
}

export const STANDARD: Template = { before: '', between: '\n\n', after: '\n' };

const ANSWER = /\{\{\s*STUDENT_ANSWER\s*(?:\|\s*raw\s*)?\}\}/;
const CODE = /\{\{\s*TEST\.testcode\s*(?:\|\s*raw\s*)?\}\}/;
/** The answer as a string, for templates that look at its text. */
const ESCAPED = /"""\s*\{\{\s*(?:ESCAPED_STUDENT_ANSWER|STUDENT_ANSWER\s*\|\s*e\(\s*(?:'py'|"py")\s*\))\s*\}\}\s*"""/g;
/** In the place of such a string: the answer, in the test that is made of the template. */
export const ANSWER_NAME = '__answer_text__';

/** null: it does more, so that what it does cannot be told. */
export function readTemplate(template: string): Template | null {
  const whole = withoutLoop(template.replace(/\r\n?/g, '\n').replace(ESCAPED, ANSWER_NAME));
  const answer = ANSWER.exec(whole);
  if (answer === null) return null;
  const rest = whole.slice(answer.index + answer[0].length);
  const code = CODE.exec(rest);
  const parts = {
    before: whole.slice(0, answer.index),
    between: code === null ? rest : rest.slice(0, code.index),
    after: code === null ? '' : rest.slice(code.index + code[0].length),
  };
  return Object.values(parts).some((part) => /\{[{%#]/.test(part)) ? null : parts;
}

/** A template for all tests at once, as it is for a single one. */
function withoutLoop(template: string): string {
  const start = /\{%-?\s*for TEST in TESTCASES\s*-?%\}/.exec(template);
  const end = template.lastIndexOf('{% endfor %}');
  if (start === null || end < start.index) return template;
  const inside = template.slice(start.index + start[0].length, end);
  const once = inside.replace(/\{%-?\s*if not loop\.last\s*-?%\}[^{]*\{%-?\s*endif\s*-?%\}/g, '');
  return template.slice(0, start.index) + once + template.slice(end + '{% endfor %}'.length);
}
