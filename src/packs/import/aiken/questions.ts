import { plainFile } from '../gift/plain-file.ts';

export interface AikenOption {
  /** Large. */
  readonly letter: string;
  readonly text: string;
}

/** A question as it stands in the file, whole or broken. */
export interface AikenQuestion {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly options: readonly AikenOption[];
  /** What stands behind `ANSWER:`; null where that line is missing. */
  readonly answer: string | null;
  /** What stands behind `FEEDBACK:`, which some programs write. */
  readonly feedback: string;
}

const OPTION = /^([A-Za-z])[.)][ \t]*(?=\S)(.*)$/;
const ANSWER = /^ANSWER[ \t]*:(.*)$/i;
const FEEDBACK = /^(?:FEEDBACK|EXPLANATION)[ \t]*:(.*)$/i;

/** An `ANSWER:` ends a question, and so does an `A` where another letter was due. */
export function questionsOf(text: string): AikenQuestion[] {
  const questions: AikenQuestion[] = [];
  let open = new OpenQuestion();
  const flush = (answer: string | null): void => {
    const question = open.closed(answer);
    if (question !== null) questions.push(question);
  };
  plainFile(text)
    .split(/\r\n|\r|\n/)
    .forEach((raw, i) => {
      const line = raw.trim();
      const answer = ANSWER.exec(line)?.[1];
      const feedback = FEEDBACK.exec(line)?.[1];
      const last = questions.at(-1);
      if (answer !== undefined) {
        open.begin(i + 1);
        flush(answer.trim());
        open = new OpenQuestion();
      } else if (feedback !== undefined && open.isEmpty && last !== undefined) {
        questions[questions.length - 1] = { ...last, feedback: feedback.trim() };
      } else if (line === '') open.blank();
      else {
        const again = open.add(line, i + 1);
        if (again === null) return;
        flush(null);
        open = again;
      }
    });
  flush(null);
  return questions;
}

class OpenQuestion {
  private start = 0;
  private readonly words: string[] = [];
  private readonly options: { letter: string; lines: string[] }[] = [];
  /** Lines behind an option that may be the next question's. */
  private tail: string[] = [];
  private tailStart = 0;

  get isEmpty(): boolean {
    return this.words.length === 0 && this.options.length === 0;
  }

  begin(line: number): void {
    if (this.start === 0) this.start = line;
  }

  blank(): void {
    const lines = this.options.length === 0 ? this.words : this.tail;
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  }

  /** The question that begins instead, where this one was never finished; null as long as it goes on. */
  add(line: string, at: number): OpenQuestion | null {
    this.begin(at);
    const [, sign = '', text = ''] = OPTION.exec(line) ?? [];
    const letter = sign.toUpperCase();
    const due = String.fromCharCode(65 + this.options.length);
    if (sign === '' || (letter !== due && !this.isOption(sign, letter))) this.more(line, at);
    else if (letter === 'A' && this.options.length > 0) return this.again(text, at);
    else {
      this.takeTail();
      this.options.push({ letter, lines: [text.trim()] });
    }
    return null;
  }

  /** Out of order: a letter before the first `A`, or a small one, is a word. */
  private isOption(sign: string, letter: string): boolean {
    return this.options.length > 0 && (letter === 'A' || (sign === letter && letter <= 'J'));
  }

  private more(line: string, at: number): void {
    if (this.options.length === 0) this.words.push(line);
    else {
      if (this.tail.every((words) => words === '')) this.tailStart = at;
      this.tail.push(line);
    }
  }

  private takeTail(): void {
    this.options.at(-1)?.lines.push(...this.tail);
    this.tail = [];
  }

  /** An `A` comes again: what stands before it are the next question's words, or were its first option's. */
  private again(text: string, at: number): OpenQuestion {
    const next = new OpenQuestion();
    const [only, ...others] = this.options;
    const isTitle = this.words.length === 0 && only !== undefined && others.length === 0;
    if (isTitle) {
      next.start = this.start;
      next.words.push(`A. ${only.lines.join('\n')}`, ...this.tail);
      this.options.length = 0;
    } else {
      next.start = this.tail.length === 0 ? at : this.tailStart;
      next.words.push(...this.tail);
    }
    this.tail = [];
    next.options.push({ letter: 'A', lines: [text.trim()] });
    return next;
  }

  /** null where there is nothing. */
  closed(answer: string | null): AikenQuestion | null {
    if (answer !== null) this.takeTail();
    if (this.isEmpty && answer === null) return null;
    const options = this.options.map(({ letter, lines }) => ({ letter, text: lines.join('\n').trim() }));
    return { line: this.start, text: this.words.join('\n').trim(), options, answer, feedback: '' };
  }
}
