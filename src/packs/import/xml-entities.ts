/** HTML's names for U+00A0 to U+00FF, in order: many write them in XML although XML does not know them. */
const LATIN_1 = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
  deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
  Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
  ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
  agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
  eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;

const OTHERS: { readonly [name: string]: string } = {
  lt: '<', gt: '>', amp: '&', quot: '"', apos: "'",
  ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bdquo: '„', hellip: '…', bull: '•',
  ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', euro: '€', trade: '™', minus: '−', le: '≤', ge: '≥', ne: '≠',
  asymp: '≈', infin: '∞', radic: '√', sum: '∑', larr: '←', rarr: '→', harr: '↔', rArr: '⇒', isin: '∈', Omega: 'Ω',
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', Delta: 'Δ', epsilon: 'ε', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ',
  theta: 'θ', phi: 'φ', omega: 'ω', oelig: 'œ', OElig: 'Œ',
};

/** Name → text. Without a prototype: `&constructor;` is no entity. */
export function xmlEntities(): Record<string, string> {
  const names = LATIN_1.trim().split(/\s+/);
  const latin: Record<string, string> = Object.fromEntries(names.map((name, index) => [name, String.fromCodePoint(0xa0 + index)]));
  const entities = Object.create(null) as Record<string, string>;
  return Object.assign(entities, latin, OTHERS);
}
