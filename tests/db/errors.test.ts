import { expect, it } from 'vitest';
import { InvalidValue, NotFound, QuotaExceeded, StoreFailed, UniqueViolation, isClosed, toDatabaseError } from '../../db/errors.ts';

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name }, more);

it('a full disk is found inside the abort that Dexie throws', () => {
  expect(toDatabaseError(named('AbortError', { inner: named('QuotaExceededError') }))).toBeInstanceOf(QuotaExceeded);
  expect(toDatabaseError(named('BulkError', { failures: [named('QuotaExceededError')] }))).toBeInstanceOf(QuotaExceeded);
});

it('a refusal comes out of the abort it caused as it was', () => {
  const refusal = new NotFound('users', 'u1');
  expect(toDatabaseError(named('AbortError', { inner: refusal }))).toBe(refusal);
});

it('what the browser gave up has a type, alone and inside what Dexie makes of it', () => {
  for (const name of ['AbortError', 'UnknownError', 'InvalidStateError', 'DatabaseClosedError', 'NotReadableError']) {
    expect(toDatabaseError(named(name))).toMatchObject({ type: 'StoreFailed', reason: name });
    expect(toDatabaseError(named('BulkError', { failures: [named(name)] }))).toBeInstanceOf(StoreFailed);
  }
  expect(toDatabaseError(named('AbortError', { inner: named('UnknownError') }))).toBeInstanceOf(StoreFailed);
});

it('an abort that a bug of ours brought about stays a bug', () => {
  for (const name of ['ConstraintError', 'DataError', 'TypeError', 'TransactionInactiveError', 'DataCloneError']) {
    const error = named('AbortError', { inner: named(name) });
    expect(toDatabaseError(error)).toBe(error);
    const bulk = named('BulkError', { failures: [named(name)] });
    expect(toDatabaseError(bulk)).toBe(bulk);
  }
});

it('the transaction knows what it died of where its requests do not', () => {
  const full = new DOMException('', 'QuotaExceededError');
  const broken = new DOMException('', 'UnknownError');
  for (const name of ['AbortError', 'TransactionInactiveError']) {
    expect(toDatabaseError(named(name), full)).toBeInstanceOf(QuotaExceeded);
    expect(toDatabaseError(named(name), broken)).toMatchObject({ type: 'StoreFailed', reason: 'UnknownError' });
  }
  expect(toDatabaseError(new StoreFailed('AbortError'), full)).toBeInstanceOf(QuotaExceeded);
  const refusal = new NotFound('users', 'u1');
  expect(toDatabaseError(refusal, full)).toBe(refusal);
  const bug = new TypeError('x is not a function');
  expect(toDatabaseError(bug, full)).toBe(bug);
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
