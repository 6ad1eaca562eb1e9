import { HighlightStyle, syntaxHighlighting, type TagStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours and faces are the page's tokens: custom properties cross the edge of the shadow root. */
const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'calc(0.96875rem * var(--code-scale, 1))' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.75', fontVariantLigatures: 'none', overflow: 'auto' },
  '.cm-content': { padding: '16px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 24px 0 4px' },
  // Long lines slide under the numbers.
  '.cm-gutters': { backgroundColor: 'var(--sheet)', border: 'none', color: 'var(--com)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '3.25rem', padding: '0 16px 0 var(--editor-gutter, 8px)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': { backgroundColor: 'var(--well)' },
  '.cm-cursor, .cm-dropCursor': { borderLeft: '2px solid var(--accent)', marginLeft: '-1px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection, color-mix(in srgb, var(--accent) 24%, transparent))',
  },
  '&.cm-focused .cm-matchingBracket': { background: 'none', outline: '1px solid var(--soft)', borderRadius: '2px' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'none', textDecoration: 'underline wavy var(--notyet)' },
  // Once the code has changed the page takes the colour away and leaves the edge.
  '.cm-errorLine, &.cm-focused .cm-errorLine': {
    backgroundColor: 'var(--error-wash, var(--notyet-wash))',
    boxShadow: 'inset 3px 0 0 var(--error-edge, var(--notyet))',
  },
  '.cm-errorText': { textDecoration: 'underline wavy 1px var(--error-edge, var(--notyet))', textUnderlineOffset: '0.3em', textDecorationSkipInk: 'none' },
  '.cm-errorGutter': { color: 'var(--error-edge, var(--notyet))', fontWeight: '700' },

  '.cm-panels': { display: 'none' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--num) 22%, transparent)', borderRadius: '2px' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--num) 45%, transparent)', outline: '1px solid var(--num)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--well)', outline: '1px solid var(--rule)', borderRadius: '2px' },

  '.cm-tooltip': { border: '1px solid var(--edge)', borderRadius: '8px', backgroundColor: 'var(--sheet)', color: 'var(--ink)', overflow: 'hidden', boxShadow: '0 4px 16px rgb(0 0 0 / 0.14)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: '0.875rem', lineHeight: '1.6', maxHeight: '13em', minWidth: '11rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '1px 12px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'inherit', opacity: '0.75' },
});

const TOKENS: readonly TagStyle[] = [
  { tag: tags.comment, color: 'var(--com)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--str)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--num)' },
  { tag: [tags.keyword, tags.operatorKeyword, tags.self, tags.modifier, tags.definitionKeyword], color: 'var(--kw)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.function(tags.definition(tags.variableName))],
    color: 'var(--fn)',
  },
  { tag: [tags.className, tags.definition(tags.className)], color: 'var(--fn)' },
];

export const editorTheme = [theme, syntaxHighlighting(HighlightStyle.define(TOKENS))];
