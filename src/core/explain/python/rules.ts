import type { Rule } from '../rule.ts';
import { ATTRIBUTE_RULES } from './attribute-rules.ts';
import { CALL_RULES } from './call-rules.ts';
import { GENERAL_RULES } from './general-rules.ts';
import { IMPORT_RULES } from './import-rules.ts';
import { INDENT_RULES } from './indent-rules.ts';
import { INVALID_SYNTAX_RULES } from './invalid-syntax-rules.ts';
import { ITEM_RULES } from './item-rules.ts';
import { NAME_RULES } from './name-rules.ts';
import { OPERAND_RULES } from './operand-rules.ts';
import { PROGRAM_RULES, RAISED_RULES } from './program-rules.ts';
import { STRING_RULES } from './string-rules.ts';
import { SYNTAX_RULES } from './syntax-rules.ts';
import { VALUE_RULES } from './value-rules.ts';

/** From the most special to the general. */
export const PYTHON_RULES: readonly Rule[] = [
  ...RAISED_RULES,
  ...STRING_RULES,
  ...SYNTAX_RULES,
  ...INVALID_SYNTAX_RULES,
  ...INDENT_RULES,
  ...NAME_RULES,
  ...ITEM_RULES,
  ...CALL_RULES,
  ...OPERAND_RULES,
  ...VALUE_RULES,
  ...ATTRIBUTE_RULES,
  ...IMPORT_RULES,
  ...PROGRAM_RULES,
  ...GENERAL_RULES,
];
