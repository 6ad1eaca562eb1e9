import { describe, expect, it } from 'vitest';
import type { OpenOutcome, SaveOutcome } from '../../../../electron/bridge.ts';
import { createDesktopFiles } from '../../../../src/platform/desktop/desktop-platform.ts';

const filesThat = (saved: SaveOutcome, opened: OpenOutcome) =>
  createDesktopFiles({ saveFile: () => Promise.resolve(saved), openFile: () => Promise.resolve(opened) });

describe('files on the desktop', () => {
  it('go over the bridge', async () => {
    const files = filesThat({ type: 'Saved' }, { type: 'Opened', name: 'a.json', text: '{}' });
    expect(await files.save('a.json', '{}', 'application/json')).toEqual({ ok: true, value: null });
    expect(await files.open(['.json'])).toEqual({ ok: true, value: { name: 'a.json', text: '{}' } });
  });

  it('tell why not', async () => {
    const files = filesThat({ type: 'SaveFailed', reason: 'no space' }, { type: 'Cancelled' });
    expect(await files.save('a.json', '{}', '')).toEqual({ ok: false, error: { type: 'SaveFailed', reason: 'no space' } });
    expect(await files.open(['.json'])).toEqual({ ok: false, error: { type: 'Cancelled' } });
  });
});
