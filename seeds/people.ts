import type { NewUser } from '../db/repositories/user-repository.ts';

/** The two people of the demo. Their ids are UUIDv7s that were chosen once and for all. */
export const JOHN = {
  id: '01a1f021-5a00-7c3e-9b1f-6a2d4e8c0f11',
  displayName: 'John Doe',
  username: 'john-doe',
  email: 'john.doe@example.org',
} as const satisfies NewUser;

export const JANE = {
  id: '01a1fb06-f6a0-7b54-8d27-3c9f5b7e2a46',
  displayName: 'Jane Smith',
  username: 'jane-smith',
  email: 'jane.smith@example.org',
} as const satisfies NewUser;

export const PEOPLE = [JOHN, JANE] as const;
