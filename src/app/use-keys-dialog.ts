import { useCallback, useEffect, useState } from 'react';
import { isTyping } from '../ui/keys.ts';

/** `?` opens the table of keys, unless someone is typing or has switched single keys off. */
export function useKeysDialog(singleKeys: boolean) {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
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
  return { isOpen, open, close };
}
