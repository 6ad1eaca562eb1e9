/** The formats that can be imported, and which files are taken for theirs. */
export const FORMATS = {
  exercism: [],
  'moodle-xml': ['xml'],
  gift: ['gift', 'txt'],
  aiken: ['txt', 'aiken'],
  markdown: ['md', 'markdown'],
  qti: ['xml', 'zip', 'imscc'],
  liascript: ['md', 'markdown'],
  anki: ['apkg', 'colpkg'],
  csv: ['csv', 'tsv', 'tab'],
} as const satisfies { readonly [format: string]: readonly string[] };

export type Format = keyof typeof FORMATS;

export const isFormat = (name: string): name is Format => Object.hasOwn(FORMATS, name);

/** Whether a file of this name may be of this format. */
export const mayBe = (format: Format, path: string): boolean => (FORMATS[format] as readonly string[]).includes(endingOf(path));

/** Told by a file's name and by how it begins; null: none that is known. `text` may be its first part only. */
export function formatOf(path: string, text: string): Format | null {
  const ending = endingOf(path);
  if (ending === 'xml') return /<(?:\w+:)?quiz[\s>]/.test(text) ? 'moodle-xml' : QTI.test(text) ? 'qti' : null;
  if (ending === 'txt') return /^ANSWER:/im.test(text) ? 'aiken' : /(?<!\\)[{]/.test(text) ? 'gift' : null;
  if (ending === 'md' || ending === 'markdown') return isLiaScript(text) ? 'liascript' : 'markdown';
  const formats = Object.keys(FORMATS).filter(isFormat);
  return formats.find((format) => mayBe(format, path)) ?? null;
}

const QTI = /assessment-?item|assessment-?test|assessment-?section|questestinterop/i;

/** Its header is a comment of keys; its quizzes stand in brackets at a line's beginning. */
const isLiaScript = (text: string): boolean =>
  /^\uFEFF?\s*<!--(?:(?!-->)[^])*^\s*(?:narrator|import|script|link|version|mode|onload|@\w+)\s*:/m.test(text) || /^\s*(?:\[\[.+\]\]|\[\([ xX]\)\])/m.test(text);

const endingOf = (path: string): string => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
