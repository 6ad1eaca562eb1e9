import { parser as javaScriptParser } from '@lezer/javascript';
import { parser as pythonParser } from '@lezer/python';
import type { CodeLanguage } from '../../../db/models/enums.ts';

export type SyntaxTree = ReturnType<typeof pythonParser.parse>;
export type SyntaxNode = SyntaxTree['topNode'];

const PARSERS = {
  python: pythonParser,
  javascript: javaScriptParser.configure({ dialect: 'jsx' }),
  typescript: javaScriptParser.configure({ dialect: 'ts' }),
  tsx: javaScriptParser.configure({ dialect: 'ts jsx' }),
};

const EXTENSIONS: { readonly [L in CodeLanguage]: RegExp } = {
  python: /\.py$/,
  javascript: /\.[cm]?jsx?$/,
  typescript: /\.[cm]?tsx?$/,
};

export const isSourceFile = (language: CodeLanguage, file: string): boolean => EXTENSIONS[language].test(file);

/** The tree of a file. A text with faults has one too: as much of it as makes sense. */
export const parse = (language: CodeLanguage, file: string, text: string): SyntaxTree =>
  PARSERS[language === 'typescript' && file.endsWith('x') ? 'tsx' : language].parse(text);

/** A program's text, and what reads it. */
export interface Source {
  readonly language: CodeLanguage;
  readonly text: string;
}

export const textOf = ({ text }: Source, node: SyntaxNode): string => text.slice(node.from, node.to);

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** `a.b.c` as its names; a subscript with a plain string counts as a name. null: not that simple. */
export function pathOf(source: Source, node: SyntaxNode): string[] | null {
  const names: string[] = [];
  let at: SyntaxNode | null = unwrapped(node);
  for (; at?.name === 'MemberExpression'; at = at.firstChild === null ? null : unwrapped(at.firstChild)) {
    const name = propertyOf(source, at);
    if (name === null) return null;
    names.unshift(name);
  }
  if (at === null || !['VariableName', 'this', 'super'].includes(at.name)) return null;
  return [textOf(source, at), ...names];
}

/** The name behind the last point of a member expression, or within its brackets if it is a plain string. */
export function propertyOf(source: Source, member: SyntaxNode): string | null {
  const last = member.lastChild;
  if (last?.name === 'PropertyName' || last?.name === 'PrivatePropertyName') return textOf(source, last);
  const key = last?.name === ']' ? last.prevSibling : null;
  return key?.name === 'String' && key.prevSibling?.name === '[' ? textOf(source, key).slice(1, -1) : null;
}

/** What stands within parentheses that only group. */
export function unwrapped(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.name === 'ParenthesizedExpression') {
    const inner = at.firstChild?.nextSibling;
    if (inner === null || inner === undefined) break;
    at = inner;
  }
  return at;
}
