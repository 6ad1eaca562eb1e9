/** Words with every sign of GIFT escaped, on one line. */
export const escaped = (words: string): string =>
  words.trim().replace(/[\\#=~{}:]/g, String.raw`\$&`).replace(/\r\n|\r|\n/g, String.raw`\n`);

/** Markdown where the question is Markdown; a mark of its own where the words look like one. */
export const markdown = (words: string): string => (words.trim().startsWith('[') ? `[markdown]${escaped(words)}` : escaped(words));

/** `#` and what is said to an answer; nothing where nothing is. */
export const feedback = (words: string): string => (words.trim() === '' ? '' : `#${markdown(words)}`);

/** Answers in braces, one a line, and what is told after all of them. */
export function inBraces(answers: readonly string[], explanation: string, sign = ''): string {
  const told = explanation.trim() === '' ? [] : [`####${markdown(explanation)}`];
  const lines = [...answers, ...told].map((line) => `\t${line}\n`);
  return lines.length === 0 ? '{}' : `{${sign}\n${lines.join('')}}`;
}

export const question = (prompt: string, answers: string): string => `[markdown]${escaped(prompt)} ${answers}`;

/** Percent, as Moodle knows thirds and sevenths. */
export const share = (of: number): string => String(Number((100 / of).toFixed(5)));
