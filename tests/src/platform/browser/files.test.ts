// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserFiles } from '../../../../src/platform/browser/files.ts';

describe('files in the browser', () => {
  let clicked: HTMLElement[];
  let blobs: Blob[];
  beforeEach(() => {
    [clicked, blobs] = [[], []];
    vi.spyOn(HTMLElement.prototype, 'click').mockImplementation(function (this: HTMLElement) {
      clicked.push(this);
    });
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => (blobs.push(blob), 'blob:1'), revokeObjectURL: vi.fn() }));
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('are saved as a download with their name and type', async () => {
    expect(await browserFiles.save('backup.json', '{}', 'application/json')).toEqual({ ok: true, value: null });
    const [link] = clicked as HTMLAnchorElement[];
    expect([link?.download, link?.href, blobs[0]?.type, blobs[0]?.size]).toEqual(['backup.json', 'blob:1', 'application/json', 2]);
    expect(document.body.childElementCount).toBe(0);
  });

  it('are opened as text', async () => {
    const opened = browserFiles.open(['.json', '.hornbook']);
    const [input] = clicked as HTMLInputElement[];
    expect([input?.type, input?.accept]).toEqual(['file', '.json,.hornbook']);
    Object.defineProperty(input, 'files', { value: [{ name: 'a.json', text: () => Promise.resolve('{}') }] });
    input?.dispatchEvent(new Event('change'));
    expect(await opened).toEqual({ ok: true, value: { name: 'a.json', text: '{}' } });
  });

  it('may be left unchosen', async () => {
    const opened = browserFiles.open([]);
    clicked[0]?.dispatchEvent(new Event('cancel'));
    expect(await opened).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(document.body.childElementCount).toBe(0);
  });
});
