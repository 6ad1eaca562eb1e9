const SUPERSCRIPTS: readonly (readonly [string, string])[] = [
  ['0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'],
  ['abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'],
  ['ABDEGHIJKLMNOPRTUVW', 'ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'],
  ['°′″™®', '°′″™®'],
];
const SUBSCRIPTS: readonly (readonly [string, string])[] = [
  ['0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'],
  ['aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'],
];

const tableOf = (rows: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(([plain, raised]) => {
      const to = Array.from(raised);
      return Array.from(plain, (character, i) => [character, to[i] ?? ''] as const);
    }),
  );
const TABLES = { sup: tableOf(SUPERSCRIPTS), sub: tableOf(SUBSCRIPTS) };

/** Text in Unicode's raised or lowered characters, or null where one of them does not exist. */
export function raised(text: string, kind: 'sup' | 'sub'): string | null {
  const characters = Array.from(text, (character) => TABLES[kind].get(character));
  return characters.every((character) => character !== undefined) ? characters.join('') : null;
}
