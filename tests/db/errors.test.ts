import { expect, it } from 'vitest';
import { InvalidValue, NotFound, QuotaExceeded, UniqueViolation, isClosed, toDatabaseError } from '../../db/errors.ts';

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name }, more);

it('a full disk is found inside the abort that Dexie throws', () => {
  expect(toDatabaseError(named('AbortError', { inner: named('QuotaExceededError') }))).toBeInstanceOf(QuotaExceeded);
  expect(toDatabaseError(named('BulkError', { failures: [named('QuotaExceededError')] }))).toBeInstanceOf(QuotaExceeded);
});

it('a refusal comes out of the abort it caused as it was', () => {
  const refusal = new NotFound('users', 'u1');
  expect(toDatabaseError(named('AbortError', { inner: refusal }))).toBe(refusal);
});

it('a bug stays what it was', () => {
  const bug = new TypeError('x is not a function');
  expect(toDatabaseError(bug)).toBe(bug);
  expect(toDatabaseError(undefined)).toBeUndefined();
});

it('a closed connection is known by its name, however deep', () => {
  expect(isClosed(named('OpenFailedError', { inner: named('DatabaseClosedError') }))).toBe(true);
  expect(isClosed(named('AbortError'))).toBe(false);
});

it('a violation names table, field, value and row, and says so', () => {
  const violation = new UniqueViolation('courses', 'slug', 'python', 'c2');
  expect(violation).toMatchObject({ type: 'UniqueViolation', table: 'courses', field: 'slug', value: 'python', rowId: 'c2' });
  expect(violation.message).toContain('courses.slug is taken');
  expect(new InvalidValue('lessons', 'content', 'x'.repeat(200), null, 'is wrong').message.length).toBeLessThan(160);
});
