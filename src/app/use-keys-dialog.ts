import { useCallback, useEffect, useState } from 'react';
import { isTyping } from '../ui/keys.ts';

/** `?` opens the table of keys, unless someone is typing or has switched single keys off. */
export function useKeysDialog(singleKeys: boolean) {
  const [state, setState] = useState<'not yet' | 'open' | 'closed'>('not yet');
  const open = useCallback(() => setState('open'), []);
  const close = useCallback(() => setState('closed'), []);
  useEffect(() => {
    if (!singleKeys) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [singleKeys, open]);
  return { state, open, close };
}
