import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FRAME_POLICY, FRAME_STARTER, frameCsp, frameHtml, starterHash } from '../../../../src/runner/sandbox/frame.ts';

describe('the frame’s page', () => {
  it('holds the very script that the hash names', async () => {
    const [, script] = /<script>([^]*)<\/script>$/.exec(frameHtml(await starterHash())) ?? [];
    expect(script).toBe(FRAME_STARTER);
    const digest = createHash('sha256').update(FRAME_STARTER, 'utf8').digest('base64');
    expect(await starterHash()).toBe(`'sha256-${digest}'`);
  });

  it('lets nothing in or out but the starter, WebAssembly and blob workers', () => {
    expect(frameCsp("'sha256-x'")).toBe("default-src 'none'; script-src 'sha256-x' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'");
  });

  it('has a starter that cannot end its own script element, and makes the one policy', () => {
    expect(FRAME_STARTER).not.toMatch(/<\/?script|<!--/i);
    expect((/createPolicy\('(\w+)'/.exec(FRAME_STARTER))?.[1]).toBe(FRAME_POLICY);
  });
});
