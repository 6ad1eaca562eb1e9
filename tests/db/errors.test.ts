import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvalidValue, NotFound, QuotaExceeded, StoreFailed, UniqueViolation, isClosed, isOfDamage, toDatabaseError } from '../../db/errors.ts';

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

/** What Dexie may put around an error, however often. */
const wrapped = (error: fc.Arbitrary<Error>): fc.Arbitrary<Error> =>
  fc.tuple(error, fc.array(fc.constantFrom('AbortError', 'BulkError', 'ModifyError'), { maxLength: 3 })).map(([innermost, wrappers]) =>
    wrappers.reduce((inner, name) => named(name, name === 'AbortError' ? { inner } : { failures: [inner], inner }), innermost),
  );
const died = fc.constantFrom(null, ...['QuotaExceededError', 'AbortError', 'UnknownError'].map((name) => new DOMException('', name)));

it('whatever Dexie wraps around it, a full disk is one, a refusal is itself, and what is given up is told so', () => {
  fc.assert(
    fc.property(wrapped(fc.constant(named('QuotaExceededError'))), died, (error, ended) => {
      expect(toDatabaseError(error, ended)).toBeInstanceOf(QuotaExceeded);
    }),
  );
  const refusal = new NotFound('users', 'u1');
  fc.assert(fc.property(wrapped(fc.constant(refusal)), died, (error, ended) => toDatabaseError(error, ended) === refusal));
  const givenUp = fc.constantFrom('AbortError', 'UnknownError', 'TimeoutError', 'InvalidStateError').map((name) => named(name));
  fc.assert(
    fc.property(wrapped(givenUp), died, (error, ended) => {
      const isFull = ended?.name === 'QuotaExceededError';
      expect(toDatabaseError(error, ended)).toBeInstanceOf(isFull ? QuotaExceeded : StoreFailed);
    }),
  );
  const bug = fc.constantFrom('TypeError', 'ConstraintError', 'DataError').map((name) => named(name));
  fc.assert(fc.property(wrapped(bug), died, (error, ended) => toDatabaseError(error, ended) === error));
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

it('damage is what cannot be read, and nothing that may pass', () => {
  expect(['UnknownError', 'NotReadableError', 'AbortError', 'TimeoutError'].map((reason) => isOfDamage(new StoreFailed(reason)))).toEqual([true, true, false, false]);
  expect([new QuotaExceeded(), new UniqueViolation('users', 'id', 'a', 'a'), new Error('UnknownError')].map(isOfDamage)).toEqual([false, false, false]);
});

it('a violation names table, field, value and row, and says so', () => {
  const violation = new UniqueViolation('courses', 'slug', 'python', 'c2');
  expect(violation).toMatchObject({ type: 'UniqueViolation', table: 'courses', field: 'slug', value: 'python', rowId: 'c2' });
  expect(violation.message).toContain('courses.slug is taken');
  expect(new InvalidValue('lessons', 'content', 'x'.repeat(200), null, 'is wrong').message.length).toBeLessThan(160);
});
