import { expect, it } from 'vitest';
import { importMarkdownQuiz } from '../../../../../src/packs/import/markdown-quiz/import-markdown-quiz.ts';
import type { ImportedFile, ImportedItem } from '../../../../../src/packs/import/imported.ts';

function read(text: string): ImportedFile {
  const imported = importMarkdownQuiz(text, 'quiz.md');
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value;
}
const itemsOf = (text: string): readonly ImportedItem[] => read(text).lessons.flatMap(({ items }) => items);

/** The right options of each question, as they read; else what became of it. */
const keys = (text: string): unknown[] =>
  itemsOf(text).map(({ exercise, reason }) => {
    if (exercise === null) return `skipped: ${reason}`;
    if ('options' in exercise) return exercise.options.filter(({ correct }) => correct === true).map((option) => option.text);
    if (exercise.type === 'TRUE_FALSE') return exercise.answer;
    return exercise.type === 'SHORT_TEXT' ? exercise.accept : exercise.type;
  });

const FOLDED = `# Quiz

###### 1. What does it print?

\`\`\`js
// ###### 9. no question
say(1);
\`\`\`

- A: \`one\`
- B: *two*

<details><summary><b>Answer</b></summary>
<p>

#### Answer: B

Since <i>two</i> is it.

1. first
2. second

</p>
</details>

---

###### 2. And this?

- A: x
- B: y

<details><summary><b>Answer</b></summary>

#### Answer: A

</details>
`;

it('a folded answer names the right option, and what stands behind it explains', () => {
  const [first, second] = itemsOf(FOLDED);
  expect(first).toMatchObject({ sourceId: '1', title: 'What does it print?', status: 'imported', reason: '' });
  expect(first?.exercise).toEqual({
    type: 'MULTIPLE_CHOICE',
    prompt: 'What does it print?\n\n```js\n// ###### 9. no question\nsay(1);\n```',
    hints: [],
    explanation: 'Since *two* is it.\n\n1. first\n2. second',
    options: [
      { id: 'a', text: '`one`', why: '', correct: false },
      { id: 'b', text: '*two*', why: '', correct: true },
    ],
  });
  expect(second?.exercise).toMatchObject({ options: [{ text: 'x', correct: true }, { text: 'y', correct: false }] });
});

it('ticked boxes are the key: one makes a choice, several a selection', () => {
  const text = '#### Q1. One?\n\n- [ ] a\n- [x] b\n\n[reference](https://example.org)\n\n#### Q2. Two?\n\n- [x] c\n- [ ] d\n- [X] e\n';
  expect(itemsOf(text).map(({ exercise }) => exercise?.type)).toEqual(['MULTIPLE_CHOICE', 'MULTI_SELECT']);
  expect(keys(text)).toEqual([['b'], ['c', 'e']]);
  expect(itemsOf(text)[0]?.exercise).toMatchObject({ explanation: '[reference](https://example.org)' });
});

it('boxes may hold code at the margin, the last one too', () => {
  const text = '#### Q1. Which?\n\n- [ ] A\n\n```py\nx = 1\n```\n\n- [x] B\n\n```py\nx = 2\n```\n\n**Explanation:** it is.\n';
  expect(keys(text)).toEqual([['B\n\n```py\nx = 2\n```']]);
  expect(itemsOf(text)[0]?.exercise).toMatchObject({ explanation: 'it is.' });
});

it.each([
  ['**Answer: B**', ['two']],
  ['**Answer:** B) two', ['two']],
  ['Answer: A, B', ['one', 'two']],
  ['> Answer: (b)', ['two']],
  ['**Correct Answer:** B', ['two']],
  ['The correct answer is B.', ['two']],
  ['Answer: two', ['two']],
  ['<!-- **Answer: B** -->', ['two']],
  ['<details>\n<summary>Reveal</summary>\n\n**Correct Answer: B**\n</details>', ['two']],
  ['Respuesta: B', ['two']],
  ['**Richtige Antwort:** B', ['two']],
  ['Réponse : B', ['two']],
  ['Resposta correta: B', ['two']],
  ['Risposta corretta: B', ['two']],
  ['答案：B', ['two']],
  ['正解: B', ['two']],
  ['Ответ: B', ['two']],
])('%s is read as an answer', (answer, right) => {
  expect(keys(`### Question 1\nWhich?\n\nA) one\nB) two\nC) three\n\n${answer}\n`)).toEqual([right]);
});

it.each([
  ['Answer: A function does it', 'its answer names no option for sure'],
  ['Answer: D', 'its answer names no option for sure'],
  ['Answer: A\n\nAnswer: B', 'its answers contradict each other'],
  ['', 'no right answer is named'],
])('a key that is not plain is never guessed: %s', (answer, reason) => {
  expect(keys(`### Question 1\nWhich?\n\nA) one\nB) two\n\n${answer}\n`)).toEqual([expect.stringContaining(`skipped: ${reason}`)]);
});

it('a tick and an answer that disagree are no key', () => {
  expect(keys('### 1. Which?\n- [x] A. one\n- [ ] B. two\n\nAnswer: B\n')).toEqual(['skipped: its answers contradict each other']);
});

it.each(['- one\n- **two**\n- three', '- one\n- two ✅\n- three', 'A. one\nB. two (correct)\nC. three', 'A) one\n**B) two**\nC) three'])(
  'a mark tells the right option: %s',
  (options) => {
    expect(keys(`### 1. Which?\n${options}\n`)).toEqual([['two']]);
  },
);

it('answers at the end of the file belong to the numbers they name', () => {
  const text = '# Quiz\n\n1. Which?\n   A) x\n   B) y\n\n2. True or false: it is.\n\n3. Two?\n   a) x\n   b) y\n   c) z\n\n';
  expect(keys(`${text}## Answer key\n\n1. **B** — since *so*.\n2. False\n3. A and C\n`)).toEqual([['y'], false, ['x', 'z']]);
  expect(keys(`${text}## Answers\n\n1-B, 2-False, 3-C\n\n1. B\n`)).not.toContain('y');
  expect(keys(`${text}## Answers\n\n| Q | A |\n|---|---|\n| 1 | A |\n| 2 | True |\n| 3 | C |\n`)).toEqual([['x'], true, ['z']]);
});

it('a number that two questions bear takes no answer from a list', () => {
  const text = '## A\n\n1. Which?\n   A) x\n   B) y\n\n## B\n\n1. Which?\n   A) v\n   B) w\n\n## Answers\n\n1. B\n2. A\n';
  expect(keys(text)).toEqual(['skipped: no right answer is named', 'skipped: no right answer is named']);
});

it('questions without options are true or false, or judged by the learner', () => {
  const text = '### Question 1\nIt floats.\n\n**Answer:** False. It **sinks**.\n\n### Question 2\nWhy?\n\nAnswer: since one thing leads to another in the end.\n';
  const [first, second] = itemsOf(text);
  expect(first?.exercise).toMatchObject({ type: 'TRUE_FALSE', answer: false, explanation: 'It **sinks**.' });
  expect(second).toMatchObject({ status: 'degraded', exercise: { rubric: { sample: 'since one thing leads to another in the end.' } } });
});

it('headings above make lessons', () => {
  const text = '# All\n\n## Easy\n\nRead this.\n\n### 1. A?\n- [x] a\n- [ ] b\n\n## Hard\n\n### 2. B?\n- [x] a\n- [ ] b\n';
  const { title, lessons } = read(text);
  expect(title).toBe('All');
  expect(lessons.map((lesson) => [lesson.title, lesson.content, lesson.items.length])).toEqual([['Easy', 'Read this.', 1], ['Hard', '', 1]]);
});

it('a bad question sinks no other: an open fence, an open element, an option said twice', () => {
  const good = (n: number): string => `\n#### ${n}. Good?\n\n- [x] a\n- [ ] b\n`;
  const text = `#### 1. Bad?\n\n\`\`\`js\nopen\n${good(2)}\n#### 3. Bad?\n<details>\n${good(4)}\n#### 5. Twice?\n- [x] a\n- [ ] a\n${good(6)}`;
  expect(itemsOf(text).filter(({ title, status }) => title === 'Good?' && status === 'imported')).toHaveLength(3);
  expect(keys(text).at(-2)).toContain('once right and once wrong');
});

it('pictures come from the files beside; one on the web becomes a link', () => {
  const text = '### 1. See ![a cup](img/cup.png?raw=true) and ![far](https://example.org/x.png)?\n- [x] a\n- [ ] ![gone](gone.png)\n';
  const imported = importMarkdownQuiz(text, 'quizzes/quiz.md', { 'quizzes/img/cup.png': new Uint8Array([1]) });
  const lesson = imported.ok ? imported.value.lessons[0] : null;
  const path = 'quizzes-img-cup.png';
  expect(lesson?.items[0]?.exercise).toMatchObject({
    prompt: `See ![a cup](${path}) and [far](https://example.org/x.png)?`,
    options: [{ text: 'a' }, { text: '(gone)' }],
  });
  expect(lesson?.items[0]?.reason).toBe('lost: a picture on the web, now a link to it; lost: a picture that is not among the files');
  expect(Object.keys(lesson?.assets ?? {})).toEqual([path]);
});

it('what is no quiz is refused in words', () => {
  const refused = importMarkdownQuiz('# Readme\n\nHello.\n\n1. do this\n2. do that\n', 'README.md');
  expect(refused.ok ? '' : refused.error.message).toContain('no question');
  expect(importMarkdownQuiz('PK\u0000\u0001', 'x.md')).toMatchObject({ ok: false, error: { type: 'BadFile' } });
});

it('letters of several options may stand together', () => {
  const asked = (answer: string) => `1. Which two?\n   - A. one\n   - B. two\n   - C. three\n\n   Correct answer: ${answer}\n`;
  expect(keys([asked('AC'), asked('BC.'), asked('A, B')].join('\n'))).toEqual([['one', 'three'], ['two', 'three'], ['one', 'two']]);
  expect(keys(asked('AE'))).toEqual(['skipped: its answer names no option for sure: "AE"']);
  expect(keys(asked('AA'))).toEqual(['skipped: its answer names no option for sure: "AA"']);
});

it('a wrong option without words is left out, a right one is not', () => {
  expect(keys('#### Q1. Which?\n\n- [ ] one\n- [x] two\n- [ ]\n')).toEqual([['two']]);
  expect(keys('#### Q1. Which?\n\n- [ ] one\n- [ ] two\n- [x]\n')).toEqual([expect.stringMatching(/^skipped: a right option has no words/)]);
});
