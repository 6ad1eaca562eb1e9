import { Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { usePlatform } from '../hooks/use-platform.ts';
import { Status } from '../ui/notice.tsx';
import { UndoContext, type UndoOffer, type UndoOffers } from '../ui/undo.tsx';
import { later } from './later.ts';
import './overlays.css';

const UndoBar = later([], async () => (await import('../ui/undo-bar.tsx')).UndoBar);
const UpdateNotice = later('update', async () => (await import('./UpdateNotice.tsx')).UpdateNotice);

/** Keeps what was erased within reach until the app starts again; the newest also lies over the screen. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const { updates } = usePlatform();
  const [hasUpdate, setHasUpdate] = useState(false);
  useEffect(() => updates.onNews(() => setHasUpdate(true)), [updates]);
  const [offers, setOffers] = useState<readonly UndoOffer[]>([]);
  const [shownId, setShownId] = useState<string | null>(null);
  // Going elsewhere puts the bar away; My data still has the offer.
  useEffect(() => {
    const onHashChange = (): void => setShownId(null);
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);
  const value = useMemo(
    (): UndoOffers => ({
      offers,
      offer: (made) => {
        setOffers((before) => [made, ...before]);
        if (made.isInPlace !== true) setShownId(made.id);
      },
      take: async (id) => {
        await offers.find((offer) => offer.id === id)?.undo();
        setOffers((before) => before.filter((offer) => offer.id !== id));
      },
    }),
    [offers],
  );
  const shown = offers.find(({ id }) => id === shownId);
  return (
    <UndoContext value={value}>
      {children}
      <div className="overlays">
        <Suspense>{hasUpdate && <UpdateNotice />}</Suspense>
        <Status>{shown?.words}</Status>
        <Suspense>
          {shown !== undefined && <UndoBar offer={shown} onUndo={() => void value.take(shown.id)} onClose={() => setShownId(null)} />}
        </Suspense>
      </div>
    </UndoContext>
  );
}
