import { expect, test } from 'vitest';
import { licenceOf } from '../../../../../src/packs/import/exercism/licence.ts';

test('a licence is known by its words', () => {
  expect(licenceOf('The MIT License (MIT)\n\nCopyright (c) 2021')).toBe('MIT');
  expect(licenceOf('Permission is hereby granted, free of charge, to any person')).toBe('MIT');
  expect(licenceOf('   Apache License\n   Version 2.0, January 2004')).toBe('Apache-2.0');
  expect(licenceOf('GNU AFFERO GENERAL PUBLIC LICENSE\n Version 3')).toBe('AGPL-3.0-only');
  expect(licenceOf('Redistribution and use in source and binary forms … Neither the name of')).toBe('BSD-3-Clause');
  expect(licenceOf('All rights reserved.')).toBeNull();
});
