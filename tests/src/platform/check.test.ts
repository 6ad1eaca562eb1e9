import { describe, expect, it } from 'vitest';
import { missingIn, whereItRuns, type Scope } from '../../../src/platform/check.ts';

const chromium: Scope = {
  isSecureContext: true,
  indexedDB: {},
  WebAssembly: { Suspending: () => undefined },
  navigator: { serviceWorker: {}, locks: {}, storage: { persist: () => undefined } },
};

describe('where it runs', () => {
  it('is full in Chromium', () => {
    expect(whereItRuns(chromium)).toBe('full');
  });

  it('is reduced without JSPI, as in Firefox and Safari', () => {
    const firefox = { ...chromium, WebAssembly: {} };
    expect(whereItRuns(firefox)).toBe('reduced');
    expect(missingIn(firefox)).toEqual(['jspi']);
  });

  it('names everything that is missing', () => {
    expect(missingIn({})).toEqual(['jspi', 'lasting-storage', 'service-worker', 'web-locks']);
  });

  it('refuses plain HTTP from another machine before anything else', () => {
    expect(whereItRuns({ isSecureContext: false, navigator: {} })).toEqual({ refused: 'insecure-origin' });
  });

  it.each([
    ['absent', { ...chromium, indexedDB: undefined }],
    ['null', { ...chromium, indexedDB: null }],
    ['throwing', Object.defineProperty({ ...chromium }, 'indexedDB', { get: () => { throw new Error('SecurityError'); } })],
  ])('refuses where IndexedDB is %s', (_, scope: Scope) => {
    expect(whereItRuns(scope)).toEqual({ refused: 'no-indexeddb' });
  });
});
