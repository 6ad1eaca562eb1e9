import { afterEach, expect, test, vi } from 'vitest';
import { bundledPictureFile } from '../../../../src/packs/bundled-files.ts';
import { asBundled, bundleMark } from '../../../../src/packs/bundle-mark.ts';
import { bundledPicture } from '../../../../src/services/packs/bundled-picture.ts';
import { makeBundle } from '../bundle.ts';
import { freshDevice } from '../set-up.ts';

afterEach(() => vi.unstubAllGlobals());

test('a picture of a course that came with the app is one of the app’s own files', async () => {
  const bundle = makeBundle({ id: 'tea' });
  const address = bundledPictureFile({ packId: 'tea', mark: bundleMark(bundle) }, 'tea:first', 'in/cup.svg');
  vi.stubGlobal('fetch', (asked: string) => Promise.resolve(asked === address ? new Response('<svg/>') : new Response('', { status: 404 })));
  const device = await freshDevice();
  device.bundled.push(bundle);
  const packs = await device.services.packs();
  expect(await packs.asset('tea:first', 'in/cup.svg')).toEqual({ mediaType: 'image/svg+xml', bytes: new TextEncoder().encode('<svg/>') });
  expect(await packs.asset('tea:first', 'other.svg')).toBeNull();
});

test('nothing is asked for where no such course came with the app, or what is named is no picture', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('asked')));
  const courses = [asBundled(makeBundle({ id: 'tea' }))];
  expect(await bundledPicture(courses, 'coffee:first', 'cup.svg')).toBeNull();
  expect(await bundledPicture(courses, 'tea:first', 'cup.html')).toBeNull();
});
