import { createContext } from 'react';

/** Something that was erased and can still be brought back, until the app starts again. */
export interface UndoOffer {
  readonly id: string;
  /** What was done: "Jane's profile was erased." */
  readonly words: string;
  /** More about it; empty when there is nothing to add. */
  readonly note: string;
  /** The screen that made the offer shows it in its place, so no bar lies over the screen as well. */
  readonly isInPlace?: true;
  undo(): Promise<void>;
}

/** Held above everything, since erasing a profile takes its screens away. */
export interface UndoOffers {
  readonly offers: readonly UndoOffer[];
  readonly offer: (offer: UndoOffer) => void;
  readonly take: (id: string) => Promise<void>;
}

export const UndoContext = createContext<UndoOffers>({ offers: [], offer: () => undefined, take: () => Promise.resolve() });
