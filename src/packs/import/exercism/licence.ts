const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/\bMIT License\b|Permission is hereby granted, free of charge/i, 'MIT'],
  [/Apache License\s+Version 2\.0/i, 'Apache-2.0'],
  [/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/i, 'AGPL-3.0-only'],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/i, 'LGPL-3.0-only'],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 3/i, 'GPL-3.0-only'],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 2/i, 'GPL-2.0-only'],
  [/Mozilla Public License,? Version 2\.0/i, 'MPL-2.0'],
  [/Attribution-ShareAlike 4\.0 International/i, 'CC-BY-SA-4.0'],
  [/Attribution 4\.0 International/i, 'CC-BY-4.0'],
  [/CC0 1\.0 Universal/i, 'CC0-1.0'],
  [/Permission to use, copy, modify, and(?:\/or)? distribute this software/i, 'ISC'],
  [/Redistribution and use in source and binary forms[^]{0,2000}Neither the name/i, 'BSD-3-Clause'],
  [/Redistribution and use in source and binary forms/i, 'BSD-2-Clause'],
  [/free and unencumbered software released into the public domain/i, 'Unlicense'],
];

/** The SPDX identifier of a licence's text, or null where it is none of the common ones. */
export const licenceOf = (text: string): string | null =>
  KNOWN.find(([words]) => words.test(text.slice(0, 20_000)))?.[1] ?? null;
