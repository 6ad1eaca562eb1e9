import { describe, expect, it } from 'vitest';
import { hostFiles } from '../../../src/build/host-files.ts';
import { securityHeaders } from '../../../src/build/policy.ts';

const headers = securityHeaders({ inlineScripts: ['start()'] });
const files = hostFiles(headers);

describe('the header files', () => {
  it.each(Object.keys(files).filter((name) => name !== '.nojekyll'))('%s carries every header with its whole value', (name) => {
    // JSON escapes nothing in these values, so one look serves all formats.
    for (const [header, value] of Object.entries(headers)) {
      expect(files[name]).toContain(header);
      expect(files[name]).toContain(value);
    }
  });

  it('are written in the form of each host', () => {
    expect(files._headers).toMatch(/^\/\*\n {2}Content-Security-Policy: default-src/);
    expect(files['.htaccess']).toContain(`Header always set Referrer-Policy "no-referrer"`);
    expect(files['nginx-headers.conf']).toContain('add_header X-Content-Type-Options "nosniff" always;');
    expect(JSON.parse(files['headers.json'] ?? '')).toEqual({ headers });
    expect(JSON.parse(files['staticwebapp.config.json'] ?? '')).toMatchObject({ globalHeaders: headers });
    expect(JSON.parse(files['vercel.json'] ?? '')).toMatchObject({ headers: [{ source: '/(.*)' }, {}] });
  });

  it('hold no quote that would end a quoted value early', () => {
    expect(Object.values(headers).filter((value) => /["\n\\]/.test(value))).toEqual([]);
  });
});
