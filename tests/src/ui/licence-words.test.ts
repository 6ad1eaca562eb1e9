import { expect, it } from 'vitest';
import { licenceWords } from '../../../src/ui/licence-words.ts';

it.each([
  ['CC-BY-4.0', 'Creative Commons Attribution 4.0 (CC-BY-4.0)', /shared and changed, if its authors are named\.$/],
  ['CC-BY-NC-SA-3.0', 'Creative Commons Attribution-NonCommercial-ShareAlike 3.0 (CC-BY-NC-SA-3.0)', /not for money/],
  ['CC-BY-ND-4.0', 'Creative Commons Attribution-NoDerivatives 4.0 (CC-BY-ND-4.0)', /unchanged/],
  ['CC-BY-SA-3.0-DE', 'Creative Commons Attribution-ShareAlike 3.0 (CC-BY-SA-3.0-DE)', /stays the same/],
  ['CC0-1.0', 'Creative Commons Zero 1.0 (CC0-1.0)', /^Free for any use/],
  ['MIT', 'MIT License (MIT)', /its notice/],
  ['0BSD', 'BSD License, no clause (0BSD)', /^Free for any use/],
  ['GPL-3.0-or-later', 'GNU General Public License 3 (GPL-3.0-or-later)', /same licence/],
  ['LicenseRef-House', 'LicenseRef-House', /the licence itself says/],
])('%s is told in full, with what it allows', (spdx, name, allows) => {
  expect(licenceWords(spdx)).toEqual({ name, allows: expect.stringMatching(allows) as string });
});
