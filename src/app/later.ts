import { lazy, type ComponentType } from 'react';
import { loadWords, type LaterCatalogue } from '../i18n/text.ts';

/** A screen that comes when it is first put up, together with its words. Needs a `<Suspense>` above it. */
export function later<Props>(words: LaterCatalogue | readonly LaterCatalogue[], load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), ...[words].flat().map(loadWords)]);
    return { default: component };
  });
}
