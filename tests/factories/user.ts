import type { NewUser } from '../../db/repositories/user-repository.ts';
import { faker, newId, serial } from './seed.ts';

export function makeUser(own: Partial<NewUser> = {}): Required<NewUser> {
  const firstName = faker.person.firstName();
  const lastName = faker.person.lastName();
  const number = serial();
  return {
    id: newId(),
    email: faker.internet.email({ firstName, lastName: `${lastName}${number}`, provider: 'example.org' }),
    username: `${faker.internet.username({ firstName, lastName })}-${number}`,
    displayName: `${firstName} ${lastName}`,
    passwordHash: null,
    isActive: true,
    preferences: {},
    ...own,
  };
}
