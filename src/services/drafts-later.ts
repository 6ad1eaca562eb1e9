import type { DraftService } from './draft-service.ts';
import type { Environment } from './environment.ts';

/** The draft service; what writes drafts is fetched when the first is opened. */
export function draftsLater(environment: Environment): DraftService {
  let opener: Promise<DraftService['open']> | null = null;
  const load = (): Promise<DraftService['open']> => {
    opener ??= import('./draft-service.ts').then(({ draftOpener }) => draftOpener(environment));
    // What could not be fetched this time may be there the next.
    opener.catch(() => (opener = null));
    return opener;
  };
  return {
    open: async (userId, exerciseId, onLost) => (await load())(userId, exerciseId, onLost),
    // A live query may not wait for a file.
    watch: (userId, exerciseId) => environment.strict.drafts.get(userId, exerciseId),
  };
}
