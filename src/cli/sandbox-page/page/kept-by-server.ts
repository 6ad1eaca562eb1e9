import type { KeptFiles } from '../../../core/kept-files.ts';

/** Kept by whoever serves this page: browsers of the tool begin with empty profiles. */
export const keptByServer: KeptFiles = {
  async read(name) {
    const response = await ask(name);
    return response === null ? null : new Uint8Array(await response.arrayBuffer());
  },
  write: async (name, bytes) => (await ask(name, { method: 'PUT', body: bytes })) !== null,
  async remove(name) {
    await ask(name, { method: 'DELETE' });
  },
  names: async () => ((await (await ask(''))?.json()) ?? []) as string[],
};

async function ask(name: string, init: RequestInit = {}): Promise<Response | null> {
  const response = await fetch(new URL(`kept/${name}`, document.baseURI), init).catch(() => null);
  return response?.ok === true ? response : null;
}
