import { fail } from '../core/result.ts';
import { badPack, type BadPack } from '../packs/pack/bad-pack.ts';
import type { PackReader } from '../packs/pack/pack-reader.ts';
import type { Folder } from '../packs/preview-folder.ts';
import { inTexts, type PackNews, type PackQuestion } from './pack-reader-messages.ts';

/** The worker's end: `globalThis` in a worker. */
export interface PageSide {
  postMessage(news: PackNews, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: PackQuestion }) => void): void;
}

/** Between two words of progress. ms. */
const BETWEEN_WORDS = 100;

/** Answers the page from a reader that reads where it is. Calling off is the page's: it ends the worker. */
export function servePack(page: PageSide, reader: PackReader): void {
  const tell = (news: PackNews, transfer: Transferable[] = []): void => page.postMessage(news, transfer);
  let onMore = (): void => undefined;
  const tellOne = (news: PackNews): Promise<void> => {
    const taken = new Promise<void>((resolve) => {
      onMore = resolve;
    });
    tell(news);
    return taken;
  };

  const read = async (language: string | undefined): Promise<void> => {
    let last = -Infinity;
    const content = await reader.read((fraction) => {
      const now = performance.now();
      if (fraction < 1 && now - last < BETWEEN_WORDS) return;
      last = now;
      tell({ kind: 'progress', fraction });
    }, new AbortController().signal, language);
    if (!content.ok) {
      tell({ kind: 'refused', bad: content.error });
      return;
    }
    const { rows, untranslated, assets, bytes } = content.value;
    for (const list of inTexts(rows.lessons.lists())) await tellOne({ kind: 'lessons', list });
    for (const list of inTexts(rows.exercises.lists())) await tellOne({ kind: 'exercises', list });
    for (const asset of assets) tell({ kind: 'asset', asset }, [asset.bytes.buffer]);
    const { packId, version, course } = rows;
    tell({ kind: 'whole', head: { packId, version, course }, untranslated, bytes }, [bytes.buffer]);
  };

  const open = async (file: Blob): Promise<void> => tell({ kind: 'opened', result: await reader.open(file) });

  const build = async (folder: Folder): Promise<void> => {
    // No learner has use for it.
    const { readFolder } = await import('../packs/preview-folder.ts');
    const look = await readFolder(folder);
    tell({ kind: 'built', look }, look.pack === null ? [] : [look.pack.buffer]);
  };

  page.addEventListener('message', ({ data }) => {
    if (data.verb === 'more') {
      onMore();
      return;
    }
    const answered = data.verb === 'open' ? open(data.file) : data.verb === 'read' ? read(data.language) : build(data.folder);
    answered.catch((error: unknown) => {
      const bad = refusalOf(error);
      if (bad === null) tell({ kind: 'broke', message: String(error) });
      else tell(data.verb === 'open' ? { kind: 'opened', result: fail(bad) } : { kind: 'refused', bad });
    });
  });
}

/** What is the file's or the device's fault; null: a bug. */
function refusalOf(error: unknown): BadPack | null {
  if (error instanceof RangeError) return badPack('TooLarge', 'To read it takes more memory than there is.');
  const isUnreadable = error instanceof DOMException && /^(NotReadable|NotFound|Security|NotAllowed)Error$/.test(error.name);
  return isUnreadable ? badPack('Damaged', 'It can no longer be read from where it lies.') : null;
}
