import { describe, expect, it } from 'vitest';
import { firstLoadFiles } from '../../../src/build/size.ts';

describe('the first load', () => {
  it('is the entry, all it imports before it runs, and their styles, each once', () => {
    const manifest = {
      'index.html': { file: 'index.js', isEntry: true, imports: ['_a', '_b'], css: ['index.css'] },
      _a: { file: 'a.js', imports: ['_b'], css: ['a.css'] },
      _b: { file: 'b.js', css: ['a.css'] },
      _later: { file: 'later.js', css: ['later.css'] },
    };
    expect(firstLoadFiles(manifest).sort()).toEqual(['a.css', 'a.js', 'b.js', 'index.css', 'index.js']);
  });
});
