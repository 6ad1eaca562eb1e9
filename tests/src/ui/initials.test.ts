import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../src/ui/initials.tsx';

describe('initialsOf', () => {
  it('takes the first letters of the first and last word, whatever the script', () => {
    expect(['John Doe', 'jane', 'Ana María de la Cruz', '  Ólafur ', '李 小龙', '👩‍🚀 Ada'].map(initialsOf)).toEqual(['JD', 'J', 'AC', 'Ó', '李小', '👩‍🚀A']);
  });
});
