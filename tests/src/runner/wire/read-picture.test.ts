import { describe, expect, it } from 'vitest';
import { readPicture } from '../../../../src/runner/wire/read-picture.ts';

const told = (picture: object): ReturnType<typeof readPicture> => readPicture(JSON.stringify(picture));

describe('a picture, as its worker tells it', () => {
  it('is SVG text or a PNG in base64', () => {
    expect(told({ name: 'plot', mimeType: 'image/svg+xml', data: '<svg/>' })).toEqual({ name: 'plot', picture: { mimeType: 'image/svg+xml', data: '<svg/>' } });
    expect(told({ name: 'plot', mimeType: 'image/png', data: 'aGk=' })?.picture.mimeType).toBe('image/png');
  });

  it('is nothing else', () => {
    expect(told({ name: 'a', mimeType: 'text/html', data: '<b>' })).toBeNull();
    expect(told({ name: 'a', mimeType: 'image/png', data: '"><script>' })).toBeNull();
    expect(told({ name: 1, mimeType: 'image/png', data: 'aGk=' })).toBeNull();
    expect(readPicture('nonsense')).toBeNull();
  });

  it('is not larger than a page can show', () => {
    expect(told({ name: 'a', mimeType: 'image/svg+xml', data: 'x'.repeat(1_000_000) })).not.toBeNull();
    expect(told({ name: 'a', mimeType: 'image/svg+xml', data: 'x'.repeat(1_000_001) })).toBeNull();
    expect(readPicture('x'.repeat(3_000_000))).toBeNull();
  });
});
