/** A line that only times or voices what follows: `{{1-2}}`, `--{{0}}--`, `{{|>}}`. */
export const isEffect = (line: string): boolean => /^[\s>]*(?:-{2,}\s?)?\{\{[^{}]{0,200}\}\}(?:\s?-{2,})?\s*$/.test(line);

const EMBEDS: { readonly [mark: string]: string } = { '!?': 'a film', '?': 'a recording', '??': 'an embedded page' };
const EMBED = /(!\?|\?\?|(?<![\w!?])\?)\[([^\]\n]{0,500})\]\(\s?([^)\s]{0,1000})[^)\n]{0,500}\)/g;
const MACRO = /(^|[\s(>|])@(\[[^\]\n]{0,200}\]|'?[A-Za-z_][\w.]{0,80})(?:`[^`\n]{0,500}`|\([^()\n]{0,1000}\))?(?:\([^()\n]{0,1000}\))?/gm;

/** LiaScript's own additions to prose, reduced to what Markdown shows. */
export function reduceLia(prose: string, lose: (what: string) => void): string {
  return prose
    .replace(EMBED, (_, mark: string, alt: string, address: string) => {
      const what = EMBEDS[mark] ?? 'an embedded page';
      lose(`${what}, now a link to it`);
      const words = alt.trim() === '' ? what.replace(/^an? /, '') : alt.trim();
      return /^https?:/i.test(address) ? `[${words}](${address})` : words;
    })
    .replace(/\[(?:preview-lia|preview-link|qr-code)\]\(\s?(https?:[^)\s]{1,1000})[^)\n]{0,300}\)/g, '[$1]($1)')
    .replace(/(?:-{2,5}\s?)?\{\{[^{}\n]{0,200}\}\}(?:\s?-{2,5})?/g, '')
    .replace(/\{(?:\d[\d\s-]{0,20}|[^{}\n]{0,60}\|>[^{}\n]{0,10})\}\{([^{}\n]{0,1000})\}/g, '$1')
    .replace(MACRO, (_, before: string, name: string) => {
      lose(`what the macro \`@${name}\` makes`);
      return before;
    });
}
