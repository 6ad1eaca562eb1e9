import { describe, expect, it } from 'vitest';
import { isAllowedRequest, isOwnUrl, isTrustedSender, webPreferences } from '../../electron/security.ts';

const foreign = ['https://hornbook/', 'app://evil/', 'app://hornbook.evil/', 'app://hornbook:1/', 'file:///etc/passwd', 'about:blank', 'javascript:1', '', 'hornbook'];

describe('what the desktop allows', () => {
  it('knows its own addresses', () => {
    expect(['app://hornbook/', 'app://hornbook/index.html#/x', 'app://hornbook/assets/a.js'].filter((url) => !isOwnUrl(url))).toEqual([]);
    expect([...foreign, 'data:text/html,x', 'blob:app://hornbook/1'].filter(isOwnUrl)).toEqual([]);
  });

  it('lets no request out of the machine', () => {
    expect(['app://hornbook/a', 'blob:app://hornbook/1', 'data:image/png;base64,', 'devtools://devtools/x'].filter((url) => !isAllowedRequest(url))).toEqual([]);
    expect([...foreign, 'wss://x/', 'ws://127.0.0.1/', 'http://localhost/', 'ftp://x/'].filter(isAllowedRequest)).toEqual([]);
  });

  it('hears the top frame of its own page alone', () => {
    expect(isTrustedSender({ url: 'app://hornbook/', parent: null })).toBe(true);
    expect(isTrustedSender({ url: 'app://hornbook/', parent: {} })).toBe(false);
    expect(isTrustedSender({ url: 'about:srcdoc', parent: {} })).toBe(false);
    expect(isTrustedSender({ url: 'https://evil.example/', parent: null })).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
  });

  it('gives the page no Node, a sandbox, and developer tools only before packaging', () => {
    expect(webPreferences('p.cjs', { isPackaged: true })).toMatchObject({
      preload: 'p.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
    expect(webPreferences('p.cjs', { isPackaged: false }).devTools).toBe(true);
  });
});
