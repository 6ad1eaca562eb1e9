import { t } from '../i18n/text.ts';

/** A licence as a learner can take it in. Needs the words of `add-course`. */
export interface LicenceWords {
  /** In full, its short name behind; the short name alone where no other is known. */
  readonly name: string;
  /** In a phrase. */
  readonly allows: string;
}

const CREATIVE_COMMONS = /^CC-BY(?:-(NC))?(?:-(SA|ND))?-(\d\.\d)(?:-[A-Z]+)?$/;
/** SPDX tells "this version" from "or any later one"; for whoever learns it is the same licence. */
const WHICH_VERSIONS = /-(?:only|or-later)$|\+$/;
const FREE = new Set(['CC0-1.0', 'Unlicense', '0BSD', 'MIT-0']);
const NOTICE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);
const SAME = /^(?:MPL|GPL|LGPL|AGPL|GFDL)-/;

/** `spdx`: an SPDX identifier, as the author wrote it. */
export function licenceWords(spdx: string): LicenceWords {
  const [isCreativeCommons, use = '', change = '', version = ''] = CREATIVE_COMMONS.exec(spdx) ?? [];
  if (isCreativeCommons !== undefined) {
    const name = t('add.creativeCommons', { use: use || 'any', change: change || 'any', version });
    return { name: t('add.licence', { name, spdx }), allows: t('add.allows', { kind: `by${use}${change}` }) };
  }
  const id = spdx.replace(WHICH_VERSIONS, '');
  const name = t('add.licenceName', { licence: id.replaceAll(/[.-]/g, '_') });
  const kind = FREE.has(id) ? 'free' : NOTICE.has(id) ? 'notice' : SAME.test(id) ? 'same' : 'unknown';
  return { name: name === '' ? spdx : t('add.licence', { name, spdx }), allows: t('add.allows', { kind }) };
}
