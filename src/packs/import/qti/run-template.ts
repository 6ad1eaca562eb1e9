import { childOf, elementsOf, type XmlElement } from '../xml-tree.ts';
import { declarationsOf } from './declarations.ts';
import { evaluated, type Scope } from './expressions.ts';
import { allNamed } from './qti-names.ts';
import { drawFrom } from './random-values.ts';
import { isTrue, NULL, valueOf, type Value } from './values.ts';

/** What a template made of one draw. */
export interface Drawn {
  /** Of its variables. */
  readonly values: ReadonlyMap<string, Value>;
  /** Right responses that it sets, by the response's identifier. */
  readonly correct: ReadonlyMap<string, Value>;
}

/** A constraint may turn down this many draws; the standard asks for 100 at least. */
const MOST_DRAWS = 100;
const MOST_RULES = 2_000;
const MOST_REPEATS = 50;
/** Steps of reckoning, a repeat for a thousand: with many repeats fewer draws are tried. */
const MOST_STEPS = 200_000;

/** One draw of an item's values, the same each time; else the reason why there is none. */
export function runTemplate(root: XmlElement, isThird: boolean): Drawn | { readonly why: string } {
  const templates = declarationsOf(root, 'templateDeclaration', isThird);
  const responses = declarationsOf(root, 'responseDeclaration', isThird);
  const rules = childOf(root, 'templateProcessing');
  const size = rules === null ? 0 : allNamed(rules, 'templateCondition', 'baseValue', 'variable').length;
  const repeats = rules === null ? 0 : allNamed(rules, 'repeat').length;
  const draws = Math.min(MOST_DRAWS, Math.ceil(MOST_STEPS / (size + 1_000 * repeats + 1)));
  if (size > MOST_RULES || repeats > MOST_REPEATS) return { why: 'the rules of its template are too many' };
  const draw = drawFrom(root.attributes.identifier ?? root.attributes.title ?? '');
  for (let round = 0; round < draws; round += 1) {
    const now = new Map<string, Value>();
    for (const [id, declaration] of templates) now.set(id, valueOf(declaration, declaration.defaults));
    const scope = { responses, outcomes: templates, now, matching: null, draw };
    const correct = new Map<string, Value>();
    const ending = rules === null ? 'done' : run(elementsOf(rules), scope, correct);
    if (ending === 'unknown') return { why: 'its values are drawn at random, by rules that are not understood (templateProcessing)' };
    if (ending !== 'again') return { values: now, correct };
  }
  return { why: 'no values were found that its template allows' };
}

type Ending = 'done' | 'exit' | 'again' | 'unknown';

function run(rules: readonly XmlElement[], scope: Scope, correct: Map<string, Value>): Ending {
  for (const rule of rules) {
    const ending = runRule(rule, scope, correct);
    if (ending !== 'done') return ending;
  }
  return 'done';
}

function runRule(rule: XmlElement, scope: Scope, correct: Map<string, Value>): Ending {
  const identifier = rule.attributes.identifier ?? '';
  const [first] = elementsOf(rule);
  switch (rule.name) {
    case 'exitTemplate':
      return 'exit';
    case 'setDefaultValue':
      return 'done';
    case 'templateConstraint': {
      const value = first === undefined ? null : evaluated(first, scope);
      return value === null ? 'unknown' : isTrue(value) ? 'done' : 'again';
    }
    case 'setTemplateValue':
    case 'setCorrectResponse': {
      const value = first === undefined ? null : evaluated(first, scope);
      if (value === null) return 'unknown';
      if (rule.name === 'setCorrectResponse') correct.set(identifier, value);
      else scope.now.set(identifier, asDeclared(value, identifier, scope));
      return 'done';
    }
    case 'templateCondition':
      return runCondition(rule, scope, correct);
    default:
      return 'unknown';
  }
}

function runCondition(rule: XmlElement, scope: Scope, correct: Map<string, Value>): Ending {
  for (const branch of elementsOf(rule)) {
    const [condition, ...inside] = elementsOf(branch);
    if (branch.name === 'templateElse') return run(elementsOf(branch), scope, correct);
    const value = condition === undefined ? null : evaluated(condition, scope);
    if (value === null) return 'unknown';
    if (isTrue(value)) return run(inside, scope, correct);
  }
  return 'done';
}

/** Its own kind of number, without the dust of binary fractions. */
function asDeclared(value: Value, identifier: string, { outcomes }: Scope): Value {
  const declared = outcomes.get(identifier)?.baseType ?? value.baseType;
  if (value === NULL || !/^(?:float|integer)$/.test(declared)) return value.baseType === '' ? value : { ...value, baseType: declared };
  return { ...value, baseType: declared, values: value.values.map(withoutDust) };
}

/** `0.30000000000000004` was meant as 0.3. */
export const withoutDust = (number: string): string => String(Number(Number(number).toPrecision(12)));
