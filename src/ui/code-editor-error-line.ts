import { RangeSet, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

/** Marks the line an error speaks of (from 1), or none. A line past the end marks the last. */
export const setErrorLine = StateEffect.define<number | null>();

class ErrorGutter extends GutterMarker {
  override elementClass = 'cm-errorGutter';
}

interface Marks {
  readonly lines: RangeSet<Decoration>;
  readonly gutter: RangeSet<GutterMarker>;
}
const NONE: Marks = { lines: RangeSet.of<Decoration>([]), gutter: RangeSet.of<GutterMarker>([]) };
const lineMark = Decoration.line({ class: 'cm-errorLine' });
const textMark = Decoration.mark({ class: 'cm-errorText' });
const gutterMark = new ErrorGutter();

function marksAt(state: EditorState, line: number): Marks {
  const { from, text } = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
  const begin = from + text.length - text.trimStart().length;
  const end = from + text.trimEnd().length;
  const words = begin < end ? [textMark.range(begin, end)] : [];
  return { lines: RangeSet.of([lineMark.range(from), ...words]), gutter: RangeSet.of([gutterMark.range(from)]) };
}

const marks = StateField.define<Marks>({
  create: () => NONE,
  update(value, transaction) {
    const { changes, effects, state } = transaction;
    const moved = { lines: value.lines.map(changes), gutter: value.gutter.map(changes) };
    const asked = effects.findLast((effect) => effect.is(setErrorLine));
    if (asked === undefined) return moved;
    return asked.value === null ? NONE : marksAt(state, asked.value);
  },
});

export const errorLine: Extension = [
  marks,
  EditorView.decorations.from(marks, (value) => value.lines),
  gutterLineClass.from(marks, (value) => value.gutter),
];
