/** One `{1:SHORTANSWER:=cat~%50%dog#nearly}` of a cloze text. */
export interface SubQuestion {
  readonly kind: 'short' | 'short-case' | 'number' | 'choice' | 'choices';
  readonly weight: number;
  readonly answers: readonly SubAnswer[];
}
export interface SubAnswer {
  /** As written, escapes resolved; may be HTML. */
  readonly text: string;
  /** In percent. */
  readonly fraction: number;
  readonly feedback: string;
}

const KINDS: ReadonlyMap<string, SubQuestion['kind']> = new Map([
  ...['SHORTANSWER', 'SA', 'MW'].map((name) => [name, 'short'] as const),
  ...['SHORTANSWER_C', 'SAC', 'MWC'].map((name) => [name, 'short-case'] as const),
  ...['NUMERICAL', 'NM'].map((name) => [name, 'number'] as const),
  ...['MULTICHOICE', 'MC', 'MULTICHOICE_V', 'MCV', 'MULTICHOICE_H', 'MCH', 'MULTICHOICE_S', 'MCS', 'MULTICHOICE_VS', 'MCVS', 'MULTICHOICE_HS', 'MCHS'].map(
    (name) => [name, 'choice'] as const,
  ),
  ...['MULTIRESPONSE', 'MR', 'MULTIRESPONSE_H', 'MRH', 'MULTIRESPONSE_S', 'MRS', 'MULTIRESPONSE_HS', 'MRHS'].map((name) => [name, 'choices'] as const),
]);

const START = /\{(\d{0,4}):([A-Z_]{2,20}):/g;

/** Puts `hole` in the place of each question in the text. Takes linear time. */
export function readCloze(text: string, hole: (index: number) => string): { readonly text: string; readonly questions: readonly SubQuestion[] } {
  const questions: SubQuestion[] = [];
  const written: string[] = [];
  let at = 0;
  const start = new RegExp(START);
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const kind = KINDS.get(match[2] ?? '');
    if (kind === undefined) continue;
    const end = endOf(text, start.lastIndex);
    if (end === -1) break;
    const answers = partsOf(text.slice(start.lastIndex, end)).map(readAnswer);
    written.push(text.slice(at, match.index), hole(questions.length));
    questions.push({ kind, weight: Number(match[1] === '' ? '1' : match[1]), answers });
    at = end + 1;
    start.lastIndex = at;
  }
  return { text: [...written, text.slice(at)].join(''), questions };
}

function endOf(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '}') return at;
  }
  return -1;
}

const partsOf = (inside: string): string[] => (inside.match(/(?:\\[^]|[^\\~])+|\\$/g) ?? []).filter((part) => part.trim() !== '');

function readAnswer(part: string): SubAnswer {
  const [, mark = '', rest = ''] = /^\s*(=|%-?[\d.,]+%)?([^]*)$/.exec(part) ?? [];
  // `&#39;` is a character, not feedback.
  const cut = /(?<![\\&])#/.exec(rest)?.index ?? rest.length;
  const fraction = mark === '=' ? 100 : mark === '' ? 0 : Number(mark.slice(1, -1).replace(',', '.'));
  return { text: unescaped(rest.slice(0, cut)).trim(), fraction: Number.isFinite(fraction) ? fraction : 0, feedback: unescaped(rest.slice(cut + 1)).trim() };
}

const unescaped = (text: string): string => text.replace(/\\([^*])/g, '$1');

/** What a text must not hold unescaped in an answer. */
export const escapeCloze = (text: string): string => text.replace(/[\\~#}=%{]/g, String.raw`\$&`);
