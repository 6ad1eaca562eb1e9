import type { Id } from '../../db/models/ids.ts';
import { AskedExercise } from '../features/lesson-player/AskedExercise.tsx';
import { Session } from '../features/review/Session.tsx';

/** A review asks with the lesson player's own exercises: features do not know each other, so they meet here. */
export const Asking = ({ userId }: { readonly userId: Id }) => <Session userId={userId} Exercise={AskedExercise} />;
