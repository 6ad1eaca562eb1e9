import type { Rule } from '../rule.ts';
import { NAME_RULES } from './name-rules.ts';

/** From the most special to the general. */
export const PYTHON_RULES: readonly Rule[] = [...NAME_RULES];
