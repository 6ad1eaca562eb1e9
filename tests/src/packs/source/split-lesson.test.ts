import { describe, expect, it } from 'vitest';
import type { PackError } from '../../../../src/packs/pack-error.ts';
import { splitLesson } from '../../../../src/packs/source/split-lesson.ts';

const split = (text: string) => {
  const findings: PackError[] = [];
  const parts = splitLesson('lesson.md', `---\nid: x\n---\n${text}`, (finding) => findings.push(finding));
  return { ...parts, findings: findings.map(({ line, expected, found }) => ({ line, expected, found })) };
};

describe('a lesson', () => {
  it('comes apart into front matter, text and exercises', () => {
    const parts = split('One.\n\n:::exercise\nid: a\n:::\n\nTwo.\n');
    expect(parts.frontMatter).toEqual({ text: 'id: x', line: 2 });
    expect(parts.content).toBe('One.\n\nTwo.');
    expect(parts.contentLines).toEqual([4, 5, 10]);
    expect(parts.exercises).toEqual([{ text: 'id: a', line: 7 }]);
    expect(parts.findings).toEqual([]);
  });

  it.each([
    ['backticks', '```text\n:::exercise\nid: a\n:::\n```'],
    ['tildes', '~~~\n:::exercise\n:::\n~~~'],
    ['a longer fence around a shorter one', '````md\n```\n:::exercise\n:::\n```\n````'],
    ['a fence in a list', '- so:\n  ```\n  :::exercise\n  :::\n  ```'],
  ])('keeps :::exercise as text inside fenced code: %s', (_, text) => {
    expect(split(text)).toMatchObject({ content: text, exercises: [], findings: [] });
  });

  it('does not take inline code for a fence', () => {
    expect(split('```a``` is code.\n\n:::exercise\nid: a\n:::').exercises).toHaveLength(1);
  });

  it('lets ::: stand inside an exercise where it does not start its line', () => {
    const parts = split(':::exercise\nprompt: |\n  ```\n  :::\n  ```\n:::');
    expect(parts.exercises).toEqual([{ text: 'prompt: |\n  ```\n  :::\n  ```', line: 5 }]);
    expect(parts.findings).toEqual([]);
  });
});

describe('a broken lesson', () => {
  it('leaves an exercise open', () => {
    expect(split('One.\n:::exercise\nid: a').findings).toEqual([
      { line: 5, expected: 'a line of `:::` that closes this exercise', found: 'the end of the file' },
    ]);
  });

  it('leaves a fence open', () => {
    expect(split('```\nOne.').findings).toEqual([{ line: 5, expected: 'a closing fence `` ``` ``', found: 'the end of the file' }]);
  });

  it.each([':::note', '::: exercise', ':::Exercise', ':::', '  :::exercise'])('has a block that is unknown: %s', (line) => {
    expect(split(`One.\n${line}`).findings).toMatchObject([{ line: 5, found: `\`${line.trim()}\`` }]);
  });
});
