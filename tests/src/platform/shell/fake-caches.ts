/** Cache Storage in memory: address → response, nothing of the rest. */
export function createFakeCaches(): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  const urlOf = (key: RequestInfo | URL): string => (key instanceof Request ? key.url : String(key));
  const cacheOf = (files: Map<string, Response>): Partial<Cache> => ({
    match: (key) => Promise.resolve(files.get(urlOf(key))?.clone()),
    put: async (key, response) => void files.set(urlOf(key), new Response(await response.arrayBuffer(), response)),
    delete: (key) => Promise.resolve(files.delete(urlOf(key))),
    keys: () => Promise.resolve([...files.keys()].map((url) => new Request(url))),
  });
  return {
    open: (name: string) => {
      const files = all.get(name) ?? new Map<string, Response>();
      all.set(name, files);
      return Promise.resolve(cacheOf(files));
    },
    keys: () => Promise.resolve([...all.keys()]),
    delete: (name: string) => Promise.resolve(all.delete(name)),
  } as unknown as CacheStorage;
}
