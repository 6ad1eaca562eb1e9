import { fetchOnce } from '../core/fetch-once.ts';
import type { DraftService } from './draft-service.ts';
import type { Environment } from './environment.ts';

/** The draft service; what writes drafts is fetched when the first is opened. */
export function draftsLater(environment: Environment): DraftService {
  const load = fetchOnce(async () => (await import('./draft-service.ts')).draftOpener(environment));
  return {
    open: async (userId, exerciseId, onLost) => (await load())(userId, exerciseId, onLost),
    // A live query may not wait for a file.
    watch: (userId, exerciseId) => environment.strict.drafts.get(userId, exerciseId),
  };
}
