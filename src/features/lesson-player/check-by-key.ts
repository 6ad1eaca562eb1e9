import type { KeyboardEvent } from 'react';
import type { Work } from './use-work.ts';

/** Enter in a field of one line checks, as a form would be sent; never while a word is still being composed. */
export function checkByKey(event: KeyboardEvent, work: Work): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  if (work.primary === 'check' && !event.repeat) void work.check();
}
