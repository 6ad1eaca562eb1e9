import type { CodeLanguage } from '../../db/models/enums.ts';
import { hexOf, sha256, sha256OfText } from '../core/digest.ts';
import type { KeptFiles } from '../core/kept-files.ts';
import { device } from './device.ts';
import type { Engine } from './engines/engine.ts';

/** What engines hand over to later workers, kept across visits: its first 32 bytes are the SHA-256 of the rest. */
export interface Handovers {
  /** Whether something of an earlier visit is there, for this or another version of the engine. */
  hasAny(language: CodeLanguage): Promise<boolean>;
  /** Gives the engine what an earlier visit made. False: there is nothing, or it was damaged and is gone now. */
  recall(language: CodeLanguage, engine: Engine): Promise<boolean>;
  keep(language: CodeLanguage, engine: Engine, handedOver: Blob): Promise<void>;
  /** It boots nothing. */
  forget(language: CodeLanguage): Promise<void>;
}

const DIGEST_BYTES = 32;

export function createHandovers(files: KeptFiles): Handovers {
  const namesOf = async (language: CodeLanguage): Promise<readonly string[]> =>
    (await files.names()).filter((name) => name.startsWith(`${language}-`));
  const forget = async (language: CodeLanguage, but: string | null): Promise<void> => {
    for (const name of await namesOf(language)) if (name !== but) await files.remove(name);
  };
  return {
    hasAny: async (language) => (await namesOf(language)).length > 0,
    async recall(language, engine) {
      if (engine.handoverKey === undefined) return false;
      const name = await nameOf(language, engine.handoverKey);
      const verified = await verify(await files.read(name));
      if (verified === null) await files.remove(name);
      else engine.onMade(verified);
      return verified !== null;
    },
    async keep(language, engine, handedOver) {
      if (engine.handoverKey === undefined) return;
      const name = await nameOf(language, engine.handoverKey);
      const content = await handedOver.arrayBuffer();
      const bytes = new Uint8Array(DIGEST_BYTES + content.byteLength);
      bytes.set(new Uint8Array(await sha256(content)));
      bytes.set(new Uint8Array(content), DIGEST_BYTES);
      await files.write(name, bytes);
      await forget(language, name);
    },
    forget: (language) => forget(language, null),
  };
}

async function verify(kept: Uint8Array<ArrayBuffer> | null): Promise<Blob | null> {
  if (kept === null || kept.length <= DIGEST_BYTES) return null;
  // A view: the memory is too large to be copied in passing.
  const content = kept.subarray(DIGEST_BYTES);
  const isWhole = hexOf(await sha256(content)) === hexOf(kept.slice(0, DIGEST_BYTES).buffer);
  return isWhole ? new Blob([content]) : null;
}

/** Another build of the engine, another browser, or one that gained JSPI: its memory would not fit. */
async function nameOf(language: CodeLanguage, key: string): Promise<string> {
  const depends = [key, device.userAgent ?? '', String('Suspending' in WebAssembly)];
  return `${language}-${(await sha256OfText(depends.join('\n'))).slice(0, 32)}`;
}
