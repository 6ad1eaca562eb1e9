import { createRoot } from 'react-dom/client';
import { loadWords } from '../i18n/text.ts';
import { KeepingNotice } from './KeepingNotice.tsx';
import './overlays.css';

/** Over whatever is up, and apart from it: it may be told while no screen is there yet. The last one told stands. */
let place: { close(): void } | null = null;

export async function mountNotice(trouble: string): Promise<void> {
  await loadWords('recovery');
  place?.close();
  const element = document.createElement('div');
  element.className = 'overlays';
  // Behind the app: the way past the navigation stays the first thing on the page.
  document.body.append(element);
  const root = createRoot(element);
  const close = (): void => {
    root.unmount();
    element.remove();
  };
  place = { close };
  root.render(<KeepingNotice trouble={trouble} onClose={close} />);
}
