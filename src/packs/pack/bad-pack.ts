import { fail } from '../../core/result.ts';
import type { PackError } from '../pack-error.ts';

/** A file that is refused as a whole: nothing of it is kept. */
export interface BadPack {
  readonly type: 'BadPack';
  readonly reason:
    /** No zip at all, or a zip of something else. */
    | 'NotAPack'
    /** Cut short, altered, or lying about itself. */
    | 'Damaged'
    /** It would write outside its own place, or unfolds into far more than it should. */
    | 'Unsafe'
    | 'TooLarge'
    /** Made for a later app; `needs` says which. */
    | 'NeedsNewerApp'
    /** Its content breaks the format; `findings` say where. */
    | 'BadContent';
  /** What is wrong and where, in words for an author. */
  readonly message: string;
  readonly needs: string | null;
  readonly findings: readonly PackError[];
}

type Reason = BadPack['reason'];

export const badPack = (reason: Reason, message: string, more: Partial<Pick<BadPack, 'needs' | 'findings'>> = {}): BadPack => ({
  type: 'BadPack',
  reason,
  message,
  needs: null,
  findings: [],
  ...more,
});

export const refuse = (reason: Reason, message: string) => fail(badPack(reason, message));

/** Thrown while a pack's parts are read, caught where reading began. */
export class PackRefused extends Error {
  readonly bad: BadPack;

  constructor(bad: BadPack) {
    super(bad.message);
    this.bad = bad;
  }
}
