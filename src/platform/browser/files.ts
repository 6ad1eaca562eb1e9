import { fail, ok } from '../../core/result.ts';
import type { Files } from '../platform.ts';

/** A download's bytes are read after the click returns; the address must live until then. */
const ADDRESS_LIVES_MS = 60_000;

export const browserFiles: Files = {
  save(name, text, mimeType) {
    const url = URL.createObjectURL(new Blob([text], { type: mimeType }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), ADDRESS_LIVES_MS);
    return Promise.resolve(ok(null));
  },

  open(accept) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept.join(',');
    input.hidden = true;
    document.body.append(input);
    return new Promise((resolve) => {
      const finish = (file: File | undefined): void => {
        input.remove();
        if (file === undefined) resolve(fail({ type: 'Cancelled' }));
        else void file.text().then((text) => resolve(ok({ name: file.name, text })));
      };
      input.addEventListener('change', () => finish(input.files?.[0]));
      input.addEventListener('cancel', () => finish(undefined));
      input.click();
    });
  },
};
