import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

/** Read out politely, again at each try: a new node is announced though its words are the same. */
export function Said({ words, nth }: { readonly words: string; readonly nth: number }) {
  return (
    <div role="status">
      <VisuallyHidden>
        <span key={nth}>{words}</span>
      </VisuallyHidden>
    </div>
  );
}
