import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { errorLine, setErrorLine } from '../../../src/ui/code-editor-error-line.ts';

const DOC = 'a\nb\nc';
const start = EditorState.create({ doc: DOC, extensions: errorLine });
const marked = (state: EditorState): number[] =>
  state.facet(EditorView.decorations).flatMap((set) => {
    const lines: number[] = [];
    if (typeof set === 'function') return [];
    set.between(0, state.doc.length, (from, to) => {
      if (from === to) lines.push(state.doc.lineAt(from).number);
    });
    return lines;
  });
/** The text underlined. */
const underlined = (state: EditorState): string[] =>
  state.facet(EditorView.decorations).flatMap((set) => {
    const texts: string[] = [];
    if (typeof set === 'function') return [];
    set.between(0, state.doc.length, (from, to) => {
      if (from < to) texts.push(state.sliceDoc(from, to));
    });
    return texts;
  });
const mark = (state: EditorState, line: number | null): EditorState => state.update({ effects: setErrorLine.of(line) }).state;

describe('the line of an error', () => {
  it('is marked, and no more once the error is gone', () => {
    expect(marked(start)).toEqual([]);
    expect(marked(mark(start, 2))).toEqual([2]);
    expect(marked(mark(mark(start, 2), null))).toEqual([]);
  });

  it('is underlined from its first letter to its last', () => {
    const state = EditorState.create({ doc: 'if x:\n    retrun x  \n', extensions: errorLine });
    expect(underlined(mark(state, 2))).toEqual(['retrun x']);
    expect(underlined(mark(state, 3))).toEqual([]);
  });

  it('moves with the text above it', () => {
    const state = mark(start, 2).update({ changes: { from: 0, insert: '\n\n' } }).state;
    expect(marked(state)).toEqual([4]);
  });

  it('is the last one when the error lies past the end', () => {
    expect(marked(mark(start, 99))).toEqual([3]);
    expect(marked(mark(start, 0))).toEqual([1]);
  });
});
