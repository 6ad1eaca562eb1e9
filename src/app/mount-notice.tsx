import { createRoot } from 'react-dom/client';
import { loadWords } from '../i18n/text.ts';
import { KeepingNotice } from './KeepingNotice.tsx';
import './overlays.css';

/** What became of an answer on a full disk: sterner than that the second copy has no room, and mended in the same way. */
const OF_AN_ANSWER = ['saved', 'kept', 'refused'];

let standing: { readonly trouble: string; close(): void } | null = null;

/** Over whatever is up, and apart from it: it may be told while no screen is there yet. The last one told stands. */
export async function mountNotice(trouble: string): Promise<void> {
  await loadWords('recovery');
  if (trouble === 'JournalFull' && standing !== null && OF_AN_ANSWER.includes(standing.trouble)) return;
  standing?.close();
  const element = document.createElement('div');
  element.className = 'overlays';
  // Behind the app: the way past the navigation stays the first thing on the page.
  document.body.append(element);
  const root = createRoot(element);
  const close = (): void => {
    root.unmount();
    element.remove();
    standing = null;
  };
  standing = { trouble, close };
  root.render(<KeepingNotice trouble={trouble} onClose={close} />);
}
