import { folded, isElement, wordsOf, type Markup, type MarkupElement } from './markup.ts';
import { raised } from './raised-text.ts';

/** A formula in one line: its TeX or its words where the author gave them, else read from its elements. */
export function mathText(math: MarkupElement): string {
  const tex = texOf(math);
  const given = tex === '' ? (math.attributes.alttext ?? '').trim() : tex;
  return given === '' ? linear(math.children) : given;
}

function texOf({ children }: MarkupElement): string {
  for (const child of children.filter(isElement)) {
    if (child.name === 'annotation' && /tex/i.test(child.attributes.encoding ?? '')) return folded(wordsOf([child])).trim();
    const inside = child.name === 'semantics' || child.name === 'mrow' ? texOf(child) : '';
    if (inside !== '') return inside;
  }
  return '';
}

const linear = (nodes: readonly Markup[]): string => nodes.map(lineOf).join('').replace(/ {2,}/g, ' ').trim();

function lineOf(node: Markup): string {
  if (!isElement(node)) return folded(node).trim();
  const parts = node.children.filter(isElement);
  const [first, second, third] = parts.map((part) => lineOf(part).trim());
  switch (node.name) {
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
      return '';
    case 'mo':
      return spacedOperator(folded(wordsOf([node])).trim());
    case 'mtext':
      return folded(wordsOf([node]));
    case 'mspace':
      return ' ';
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(linear(node.children))}`;
    case 'mroot':
      return `root(${first ?? ''}, ${second ?? ''})`;
    case 'msup':
    case 'mover':
      return withScript(first, second, 'sup');
    case 'msub':
    case 'munder':
      return withScript(first, second, 'sub');
    case 'msubsup':
    case 'munderover':
      return withScript(withScript(first, second, 'sub'), third, 'sup');
    case 'mfenced':
      return `${node.attributes.open ?? '('}${parts.map(lineOf).join(', ')}${node.attributes.close ?? ')'}`;
    case 'mtable':
      return `[${parts.map(lineOf).join('; ')}]`;
    case 'mtr':
      return parts.map((part) => lineOf(part).trim()).join(', ');
    default:
      return node.children.map(lineOf).join('');
  }
}

/** Signs that stand between two things; a minus before one is not told apart, and reads well all the same. */
const spacedOperator = (sign: string): string => (/^[=<>≤≥≠≈≡→⇒⇔∈∉⊂⊆∪∩±]$/.test(sign) ? ` ${sign} ` : sign);

const grouped = (text = ''): string => (/^(?:[\p{L}\p{N}\p{M}.]*|\(.*\))$/u.test(text) ? text : `(${text})`);

function withScript(base = '', script = '', kind: 'sup' | 'sub'): string {
  return script === '' ? base : base + (raised(script, kind) ?? `${kind === 'sup' ? '^' : '_'}${grouped(script)}`);
}
