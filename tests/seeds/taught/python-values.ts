import type { Taught } from './taught.ts';

/** Python, first steps: the unit "values". */
export const VALUES: Taught = {
  '010-print': ['call:print', 'string', 'int', 'comment', 'operator:+', 'operator:-', 'operator:*'],
  '020-names': ['assignment'],
  '030-numbers': ['float', 'operator:/', 'operator://', 'operator:%', 'operator:**', 'call:round'],
  '040-strings': ['f-string', 'format spec', 'call:len', 'method:upper', 'method:lower', 'method:strip', 'method:replace'],
  '050-input': ['call:input', 'call:int', 'call:float', 'call:str'],
};
