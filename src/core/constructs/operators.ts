import type { ConstructName } from './vocabulary.ts';
import { textOf, type Source, type SyntaxNode } from './syntax.ts';

const WORDS = ['and', 'or', 'not', 'in', 'is', 'typeof', 'instanceof', 'void', 'delete'];
const EXPRESSIONS = ['BinaryExpression', 'UnaryExpression', 'PostfixExpression', 'AssignmentExpression', 'UpdateStatement', 'AssignStatement', 'NamedExpression'];

/** `operator:+` of a token that is one; `not in` and `is not` are one each. */
export function operatorOf(source: Source, token: SyntaxNode): ConstructName | null {
  const isOperator = token.name.endsWith('Op') || token.name === 'Equals' || WORDS.includes(token.name);
  if (!isOperator || !EXPRESSIONS.includes(token.parent?.name ?? '')) return null;
  const before = token.prevSibling?.name;
  const after = token.nextSibling?.name;
  if (token.name === 'in' && before === 'not') return 'operator:not in';
  if (token.name === 'is' && after === 'not') return 'operator:is not';
  const isPart = token.name === 'not' && (after === 'in' || before === 'is');
  return isPart ? null : `operator:${textOf(source, token)}`;
}
