/** What a wrongly decoded Windows-1252 file has in place of these characters: U+0080 to U+009F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file without byte order mark, private signs and halves of characters. */
export const plainFile = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replaceAll('\ue000', '')
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80))
    .replace(/\p{Surrogate}/gu, '\ufffd');
