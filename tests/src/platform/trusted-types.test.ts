import { describe, expect, it } from 'vitest';
import { createAppPolicy, NotTrusted, type PolicyScope } from '../../../src/platform/trusted-types.ts';

const document = { baseURI: 'https://school.example/learn/' };
const isSandboxPage = (html: string): boolean => html === '<!doctype html>sandbox';

describe('the app policy', () => {
  it("blesses the service worker's address and makes it whole", () => {
    expect(createAppPolicy({ document }, isSandboxPage, ['sw.js']).scriptUrl('sw.js')).toBe('https://school.example/learn/sw.js');
  });

  it.each(['https://evil.example/sw.js', '//evil.example/sw.js', '../sw.js', 'sw.js?x', 'sw.js#x', 'data:text/javascript,1', 'blob:x', ''])(
    'refuses the script %j',
    (address) => {
      expect(() => createAppPolicy({ document }, isSandboxPage, ['sw.js']).scriptUrl(address)).toThrow(NotTrusted);
    },
  );

  it("blesses the sandbox's page and no other text", () => {
    const policy = createAppPolicy({ document }, isSandboxPage, ['sw.js']);
    expect(policy.srcdoc('<!doctype html>sandbox')).toBe('<!doctype html>sandbox');
    expect(() => policy.srcdoc('<!doctype html>sandbox<script>1</script>')).toThrow(NotTrusted);
  });

  it('asks the browser for the policy named app, where there are Trusted Types', () => {
    const names: string[] = [];
    const trustedTypes: NonNullable<PolicyScope['trustedTypes']> = {
      createPolicy(name, rules) {
        names.push(name);
        return { ...rules, createScriptURL: (text) => `trusted ${rules.createScriptURL(text)}` };
      },
    };
    expect(createAppPolicy({ document, trustedTypes }, isSandboxPage, ['sw.js']).scriptUrl('sw.js')).toMatch(/^trusted /);
    expect(names).toEqual(['app']);
  });
});
