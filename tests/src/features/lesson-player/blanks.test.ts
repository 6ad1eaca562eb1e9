import { describe, expect, it } from 'vitest';
import { cutAtBlanks } from '../../../../src/features/lesson-player/blanks.ts';

const shown = (text: string, ids: readonly string[], language: string | null = null): string[] =>
  cutAtBlanks(text, ids, language).map((line) => line.map((part) => (part.blankId === null ? part.text : `[${part.blankId}]`)).join('|'));

describe('a text with blanks', () => {
  it('is cut at each of them, line by line', () => {
    expect(shown('A {{x}} and a {{y}}.\n\nThen {{z}}', ['x', 'y', 'z'])).toEqual(['A |[x]| and a |[y]|.', '', 'Then |[z]']);
  });

  it('leaves alone what the key does not know', () => {
    expect(shown('{{x}} {{other}} {}', ['x'])).toEqual(['[x]| {{other}} {}']);
  });

  it('keeps the order of the text, whatever the order of the key', () => {
    expect(shown('{{b}}{{a}}', ['a', 'b'])).toEqual(['[b]|[a]']);
  });

  it('keeps the colours of the code around them, inside a string too', () => {
    const [line = []] = cutAtBlanks('for {{n}} in range({{to}}): print("no {{word}}!")\n', ['n', 'to', 'word'], 'python');
    const kinds = line.filter((part) => part.blankId === null && part.kind !== '').map((part) => (part.blankId === null ? [part.text, part.kind] : []));
    expect(kinds).toContainEqual(['for', 'tok-kw']);
    expect(kinds).toContainEqual(['in', 'tok-kw']);
    expect(kinds).toContainEqual(['"no ', 'tok-str']);
    expect(kinds).toContainEqual(['!"', 'tok-str']);
    expect(line.flatMap((part) => (part.blankId === null ? [] : [part.blankId]))).toEqual(['n', 'to', 'word']);
  });
});
