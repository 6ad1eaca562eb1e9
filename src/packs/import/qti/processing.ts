import { elementsOf, type XmlElement } from '../xml-tree.ts';
import type { Declaration } from './declarations.ts';
import { evaluated, type Scope } from './expressions.ts';
import { allNamed } from './qti-names.ts';
import { amount, isSame, isTrue, mapped, NULL, single, valueOf, type Value } from './values.ts';

/** How an item turns responses into a score and feedback. */
export interface Processing {
  readonly responses: ReadonlyMap<string, Declaration>;
  readonly outcomes: ReadonlyMap<string, Declaration>;
  /** `responseProcessing`; null where there is none. */
  readonly rules: XmlElement | null;
}

export interface Processed {
  /** null: it gives none. */
  readonly score: number | null;
  readonly outcomes: ReadonlyMap<string, Value>;
}

export type Given = ReadonlyMap<string, readonly string[]>;

/** What the item makes of these responses; null where its processing uses what is not understood. */
export function processed(processing: Processing, given: Given, matching: XmlElement | null = null): Processed | null {
  const { responses, outcomes, rules } = processing;
  const now = new Map<string, Value>();
  for (const [id, declaration] of outcomes) now.set(id, valueOf(declaration, declaration.defaults));
  for (const [id, declaration] of responses) now.set(id, valueOf(declaration, given.get(id) ?? []));
  const changed = new Set<string>();
  const isUnderstood = rules !== null && run(rules, { responses, outcomes, now, matching, draw: null }, changed) !== 'unknown';
  if (!isUnderstood) return null;
  const isNumber = (id: string): boolean => /^(?:float|integer)$/.test(outcomes.get(id)?.baseType ?? 'float');
  const numeric = [...changed].filter((id) => isNumber(id) && !isReckoned(rules, id, responses));
  const scored = hasScore(rules) ? ['SCORE'] : numeric;
  const total = scored.reduce((sum, id) => sum + Number(now.get(id)?.values[0] ?? 0), 0);
  return { score: scored.length > 0 && Number.isFinite(total) ? total : null, outcomes: now };
}

/** Where nothing is called SCORE, all numbers that are set count together, but for those that are reckoned from a response. */
const hasScore = (element: XmlElement): boolean =>
  element.attributes.template !== undefined ||
  (element.name === 'setOutcomeValue' && element.attributes.identifier === 'SCORE') ||
  elementsOf(element).some(hasScore);

function isReckoned(element: XmlElement, id: string, responses: Processing['responses']): boolean {
  const isSet = element.name === 'setOutcomeValue' && element.attributes.identifier === id;
  if (isSet) return allNamed(element, 'variable').some(({ attributes }) => responses.has(attributes.identifier ?? ''));
  return elementsOf(element).some((child) => isReckoned(child, id, responses));
}

type Ending = 'done' | 'exit' | 'unknown';

function run(rules: XmlElement, scope: Scope, changed: Set<string>): Ending {
  const template = rules.attributes.template ?? rules.attributes.templateLocation;
  const elements = elementsOf(rules);
  if (template !== undefined && elements.length === 0) return runTemplate(template, scope, changed);
  for (const rule of elements) {
    const ending = runRule(rule, scope, changed);
    if (ending !== 'done') return ending;
  }
  return 'done';
}

function runRule(rule: XmlElement, scope: Scope, changed: Set<string>): Ending {
  switch (rule.name) {
    case 'responseProcessingFragment':
      return run(rule, scope, changed);
    case 'exitResponse':
      return 'exit';
    case 'setOutcomeValue': {
      const [expression] = elementsOf(rule);
      const value = expression === undefined ? null : evaluated(expression, scope);
      if (value === null) return 'unknown';
      scope.now.set(rule.attributes.identifier ?? '', value);
      changed.add(rule.attributes.identifier ?? '');
      return 'done';
    }
    case 'responseCondition':
      for (const branch of elementsOf(rule)) {
        const [condition, ...inside] = elementsOf(branch);
        if (branch.name === 'responseElse') return run(branch, scope, changed);
        const value = condition === undefined ? null : evaluated(condition, scope);
        if (value === null) return 'unknown';
        if (isTrue(value)) return run({ ...branch, children: inside }, scope, changed);
      }
      return 'done';
    default:
      return 'unknown';
  }
}

/** The standard's own, whichever version's address names them; each speaks of `RESPONSE`. */
function runTemplate(address: string, { responses, now }: Scope, changed: Set<string>): Ending {
  const name = (address.split('/').at(-1) ?? '').replace(/\.xml$/i, '');
  const declaration = responses.get('RESPONSE');
  if (declaration === undefined) return 'unknown';
  const response = now.get('RESPONSE') ?? NULL;
  const score = (value: Value) => {
    now.set('SCORE', value);
    changed.add('SCORE');
  };
  if (/^(?:match_correct|cc2_match)/i.test(name)) {
    const isRight = declaration.correct.length > 0 && isSame(response, valueOf(declaration, declaration.correct));
    score(amount(isRight ? 1 : 0));
    if (name !== 'match_correct') now.set('FEEDBACKBASIC', single('identifier', isRight ? 'correct' : 'incorrect'));
    return 'done';
  }
  if (/^map_response$|^cc2_map_response/i.test(name) && declaration.mapping !== null) {
    score(amount(mapped(declaration, response)));
    return 'done';
  }
  return 'unknown';
}
