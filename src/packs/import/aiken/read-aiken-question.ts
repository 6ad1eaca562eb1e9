import { plainToMarkdown } from '../html-to-markdown.ts';
import type { ImportedExercise, ImportedItem } from '../imported.ts';
import type { AikenQuestion } from './questions.ts';

/** One item, whatever became of the question. */
export function readAikenQuestion(question: AikenQuestion): ImportedItem {
  const { line, text, options } = question;
  const first = (text === '' ? (options[0]?.text ?? '') : text).replace(/\s+/g, ' ');
  const title = first.length > 60 ? `${first.slice(0, 60).replace(/[\ud800-\udbff]$/, '').trimEnd()}…` : first;
  const base = { sourceId: null, title: title === '' ? `line ${line}` : title, kind: 'multichoice' };
  const problem = problemOf(question);
  if (problem !== null) return { ...base, status: 'skipped', reason: `line ${line}: ${problem}`, exercise: null };
  const isSeveral = lettersOf(question).length > 1;
  const reason = isSeveral ? 'Aiken knows one right answer, and several are named: all are to be chosen' : '';
  return { ...base, status: isSeveral ? 'degraded' : 'imported', reason, exercise: exerciseOf(question) };
}

const MOST_OPTIONS = 26;

/** What was expected and is not there; null where all is well. */
function problemOf(question: AikenQuestion): string | null {
  const { text, options, answer } = question;
  if (answer === null) return 'expected a line `ANSWER:` with the letter of the right option';
  if (text === '') return 'expected the words of the question before its options';
  if (options.length < 2 || options.length > MOST_OPTIONS) return `expected 2 to ${MOST_OPTIONS} options (\`A.\`, \`B.\` …), found ${options.length}`;
  const names = options.map(({ letter }) => letter);
  const twice = names.find((letter, i) => names.indexOf(letter) !== i);
  if (twice !== undefined) return `expected the option ${twice} once`;
  const same = options.find(({ text: words }, i) => options.findIndex((other) => other.text === words) !== i);
  if (same !== undefined) return `expected unlike options, found one twice: ${same.letter}`;
  const letters = lettersOf(question);
  const unknown = letters.find((letter) => !names.includes(letter));
  if (letters.length === 0) return 'expected the letter of an option behind `ANSWER:`';
  return unknown === undefined ? null : `expected the letter of an option behind \`ANSWER:\`, found ${unknown}`;
}

/** `B`, `b)`, `B. the words of it`, `A, C`. */
function lettersOf({ answer }: AikenQuestion): string[] {
  const written = answer ?? '';
  const several = /^([A-Za-z](?:\s*(?:,|;|&|\band\b)\s*[A-Za-z])+)[.)]?$/.exec(written)?.[1];
  if (several !== undefined) return [...new Set(several.replace(/\band\b/g, ',').match(/[A-Za-z]/g) ?? [])].map((letter) => letter.toUpperCase());
  const one = /^([A-Za-z])(?:$|[.):\s])/.exec(written)?.[1];
  return one === undefined ? [] : [one.toUpperCase()];
}

function exerciseOf(question: AikenQuestion): ImportedExercise {
  const letters = lettersOf(question);
  return {
    type: letters.length > 1 ? 'MULTI_SELECT' : 'MULTIPLE_CHOICE',
    prompt: plainToMarkdown(question.text),
    ...(question.feedback === '' ? {} : { explanation: plainToMarkdown(question.feedback) }),
    hints: [],
    options: question.options.map(({ letter, text }) => ({
      ...{ id: letter.toLowerCase(), text: plainToMarkdown(text), why: '', correct: letters.includes(letter) },
    })),
  };
}
