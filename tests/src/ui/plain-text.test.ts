import { describe, expect, it } from 'vitest';
import { firstWords } from '../../../src/ui/plain-text.ts';

describe('firstWords', () => {
  it('gives the first paragraph without its marks', () => {
    expect(firstWords('# Title\n\nYou will **predict** what `print` does,\nsee [here](x.md).\n\nMore.')).toBe(
      'You will predict what print does, see here.',
    );
  });

  it('keeps a name with underscores whole, and is empty for no words', () => {
    expect(firstWords('Use my_name_here.')).toBe('Use my_name_here.');
    expect(firstWords('')).toBe('');
  });
});
