import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import { badXmlWords, elementsOf, parseXml, type BadXml, type XmlElement } from '../xml-tree.ts';

/** A question whose markup is broken. */
export interface Broken {
  readonly name: null;
  /** With the line of the file. */
  readonly reason: string;
}

/** The questions of a file, in its order. Where the file is no XML as a whole, each question is read for itself. */
export function readQuestions(text: string, file: string): Result<readonly (XmlElement | Broken)[], BadFile> {
  const parsed = parseXml(text);
  if (!parsed.ok) return oneByOne(text) ?? fail(badFile(`${file}: ${badXmlWords(parsed.error)}`, parsed.error.line));
  const root = parsed.value;
  if (root.name !== 'quiz' && root.name !== 'question') {
    return fail(badFile(`${file} is no Moodle XML: it begins with <${root.name}>, not with <quiz>`, root.line));
  }
  const questions = root.name === 'quiz' ? elementsOf(root).filter(({ name }) => name === 'question') : [root];
  return questions.length === 0 ? fail(badFile(`there is no question in ${file}`, root.line)) : ok(questions);
}

/** More are not looked for in a file that is broken. */
const MOST_QUESTIONS = 20_000;

/** null: not one of them can be read. */
function oneByOne(text: string): Result<readonly (XmlElement | Broken)[], BadFile> | null {
  // What defines entities is refused for safety, and for good.
  if (!/<quiz[\s>]/.test(text.slice(0, 5_000)) || text.includes('<!ENTITY')) return null;
  const pieces = piecesOf(text);
  if (pieces.length > MOST_QUESTIONS) return null;
  const read = pieces.map(({ from, to, line }) => {
    const parsed = parseXml(text.slice(from, to));
    return parsed.ok ? parsed.value : { name: null, reason: badXmlWords(movedTo(line, parsed.error)) };
  });
  return read.some(({ name }) => name !== null) ? ok(read) : null;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** Of the file, from 1. */
  readonly line: number;
}

const SIGNS = /<!\[CDATA\[|<!--|<question(?=[\s>])|<\/question\s{0,20}>/g;

/** Each question with the comment right before it, which holds its number. One that is not closed ends where the next begins. */
function piecesOf(text: string): Piece[] {
  const signs = new RegExp(SIGNS);
  const starts: { from: number; to: number | null }[] = [];
  let comment: { from: number; to: number } | null = null;
  for (let found = signs.exec(text); found !== null; found = signs.exec(text)) {
    const { 0: sign, index } = found;
    const last = starts.at(-1);
    const isOpen = last?.to === null;
    if (sign.startsWith('<!')) {
      const closing = sign === '<!--' ? '-->' : ']]>';
      const end = text.indexOf(closing, signs.lastIndex);
      if (end < 0) break;
      signs.lastIndex = end + closing.length;
      if (sign === '<!--') comment = { from: index, to: signs.lastIndex };
    } else if (sign.startsWith('</')) {
      if (isOpen) last.to = signs.lastIndex;
    } else {
      const from = comment !== null && text.slice(comment.to, index).trim() === '' ? comment.from : index;
      if (isOpen) last.to = from;
      starts.push({ from, to: null });
      comment = null;
    }
  }
  let line = 1;
  let seen = 0;
  return starts.map(({ from, to }) => {
    line += text.slice(seen, from).split('\n').length - 1;
    seen = from;
    return { from, to: to ?? text.length, line };
  });
}

const movedTo = (line: number, bad: BadXml): BadXml => ({ ...bad, line: bad.line + line - 1 });
