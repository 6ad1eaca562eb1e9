import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, hashSource, metaPolicy, securityHeaders } from '../../../src/build/policy.ts';
import { FRAME_STARTER, starterHash } from '../../../src/runner/sandbox/frame.ts';

const input = { inlineScripts: [FRAME_STARTER] };

describe('the security policy', () => {
  it('starts from nothing and names no other origin, no inline and no eval', () => {
    const policy = contentSecurityPolicy(input);
    expect(policy.startsWith("default-src 'none'; ")).toBe(true);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:|\*|nonce/);
  });

  it("allows the sandbox's starter by the hash that the sandbox itself computes", async () => {
    expect(hashSource(FRAME_STARTER)).toBe(await starterHash());
    expect(directive("script-src 'self'")).toContain(await starterHash());
  });

  it('names the Trusted Types policies and enforces them', () => {
    expect(contentSecurityPolicy(input)).toContain("require-trusted-types-for 'script'; trusted-types app dompurify runner");
  });

  it('says the same in the page, but for frame-ancestors, which a meta cannot say', () => {
    const [header, meta] = [contentSecurityPolicy(input).split('; '), metaPolicy(input).split('; ')];
    expect(header.filter((part) => !meta.includes(part))).toEqual(["frame-ancestors 'none'"]);
  });

  it('lets Vite through in development by a nonce alone', () => {
    const policy = contentSecurityPolicy({ ...input, nonce: 'n' });
    expect(policy).toMatch(/script-src [^;]*'nonce-n'/);
    expect(policy).toMatch(/style-src 'self' 'nonce-n'/);
    expect(policy).not.toContain('unsafe-inline');
  });

  it('isolates the page and denies what it never asks for', () => {
    const headers = securityHeaders(input);
    expect(headers).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    expect(headers['Permissions-Policy']).toMatch(/camera=\(\).*microphone=\(\)/);
  });

  it('finds no inline script and no style in the page', () => {
    const page = readFileSync('index.html', 'utf8');
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  });
});

const directive = (start: string): string =>
  contentSecurityPolicy(input)
    .split('; ')
    .find((part) => part.startsWith(start)) ?? '';
