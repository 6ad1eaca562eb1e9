import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Value } from '../run-result.ts';
import { parseJavaScriptLiteral } from './javascript-literal.ts';
import { parsePythonLiteral } from './python-literal.ts';

/** The value of a literal of the course's language, read without running anything; null when it is not one. */
export function parseLiteral(language: CodeLanguage, text: string): Value | null {
  switch (language) {
    case 'python':
      return parsePythonLiteral(text);
    case 'javascript':
    case 'typescript':
      return parseJavaScriptLiteral(text);
  }
}
