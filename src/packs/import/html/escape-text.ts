/** Text that Markdown shows as it stands, anywhere but at the beginning of a line. Line breaks are not looked at. */
export const escapeWords = (text: string): string =>
  text
    .replace(/[\\`*[\]<|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=[#A-Za-z])|!(?=\[|$)/g, String.raw`\$&`)
    // Escaped or not, these look like pictures to whoever looks for those.
    .replace(/\\<(?=\/?(?:img|picture|video|audio|svg)\b)/gi, '&lt;')
    // Or addresses would become links.
    .replace(/(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=[\w.+-]|^)@(?=[\w-]|$)/gi, String.raw`\$&`);

/** What would begin a heading, a quotation, a list, a rule or a table. */
export const escapeLineStart = (line: string): string =>
  line
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-[-\s]*$|=+\s*$|:?-+:?\s*$)/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
