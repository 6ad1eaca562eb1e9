import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emailKey } from '../../../db/rules/user-rules.ts';

it('R1: one mailbox has one key, whatever its letter case and Unicode form', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      expect(emailKey(email.toUpperCase())).toBe(emailKey(email));
      expect(emailKey(` ${email.normalize('NFD')} `)).toBe(emailKey(email));
      expect(emailKey(emailKey(email))).toBe(emailKey(email));
    }),
  );
  expect(emailKey('STRASSE@example.org')).toBe(emailKey('straße@example.org'));
  expect(emailKey('Zoe\u0308@example.org')).toBe(emailKey('zo\u00EB@example.org'));
});

it('tells different mailboxes apart', () => {
  expect(emailKey('jane@example.org')).not.toBe(emailKey('john@example.org'));
});
