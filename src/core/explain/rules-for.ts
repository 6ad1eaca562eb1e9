import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Rule } from './rule.ts';

/** The rules of a language, loaded when the first error of it is explained. TypeScript's mistakes are JavaScript's. */
export async function rulesFor(language: CodeLanguage): Promise<readonly Rule[]> {
  return language === 'python' ? (await import('./python/rules.ts')).PYTHON_RULES : (await import('./javascript/rules.ts')).JAVASCRIPT_RULES;
}
