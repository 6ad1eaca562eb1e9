import type { Rule } from '../rule.ts';
import { BRACKET_RULES } from './bracket-rules.ts';
import { CALL_RULES } from './call-rules.ts';
import { FALLBACK_RULES } from './fallback-rules.ts';
import { FOREIGN_RULES } from './foreign-rules.ts';
import { ITERABLE_RULES } from './iterable-rules.ts';
import { LITERAL_RULES } from './literal-rules.ts';
import { MISSING_RULES } from './missing-rules.ts';
import { OBJECT_RULES } from './object-rules.ts';
import { PARSE_RULES } from './parse-rules.ts';
import { RANGE_RULES } from './range-rules.ts';
import { REFERENCE_RULES } from './reference-rules.ts';
import { SCOPE_RULES } from './scope-rules.ts';
import { SEMICOLON_RULES } from './semicolon-rules.ts';
import { STATEMENT_RULES } from './statement-rules.ts';
import { TEXT_RULES } from './text-rules.ts';
import { THROWN_RULES } from './thrown-rules.ts';
import { TOLD_RULES } from './told-rules.ts';

/** From the most special to the general. */
export const JAVASCRIPT_RULES: readonly Rule[] = [
  ...SEMICOLON_RULES,
  ...REFERENCE_RULES,
  ...SCOPE_RULES,
  ...MISSING_RULES,
  ...CALL_RULES,
  ...ITERABLE_RULES,
  ...OBJECT_RULES,
  ...RANGE_RULES,
  ...LITERAL_RULES,
  ...TOLD_RULES,
  ...THROWN_RULES,
  ...TEXT_RULES,
  ...FOREIGN_RULES,
  ...STATEMENT_RULES,
  ...BRACKET_RULES,
  ...PARSE_RULES,
  ...FALLBACK_RULES,
];
