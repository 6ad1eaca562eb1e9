import type { PageWord } from './messages.ts';
import { createShelf, type BuildFile } from './shelf.ts';
import { createShell } from './shell.ts';
import type { WorkerScope } from './worker-scope.ts';

/** The service worker's entry: the build puts the list of its files in (src/build/pwa-plugin.ts). */
declare const self: WorkerScope & { readonly __WB_MANIFEST: readonly BuildFile[] };

const shelf = createShelf({ caches: self.caches, base: self.location.href, fetch: (request) => self.fetch(request) });
const shell = createShell(self, shelf, self.__WB_MANIFEST);

self.addEventListener('install', (event) => event.waitUntil(shell.install()));
self.addEventListener('activate', (event) => event.waitUntil(shell.activate()));
self.addEventListener('fetch', (event) => {
  const answer = shell.answer(event);
  if (answer !== null) event.respondWith(answer);
});
self.addEventListener('message', (event) => {
  if (event.source !== null) event.waitUntil(shell.hear(event.data as PageWord, event.source));
});
