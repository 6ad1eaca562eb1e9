import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Status } from '../ui/notice.tsx';
import { UndoBar, UndoContext, type UndoOffer, type UndoOffers } from '../ui/undo.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';
import './overlays.css';

/** Keeps what was erased within reach until the app starts again; the newest also lies over the screen. */
export function UndoProvider({ children }: { children: ReactNode }) {
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
        setShownId(made.id);
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
        <UpdateNotice />
        <Status>{shown?.words}</Status>
        {shown !== undefined && <UndoBar offer={shown} onUndo={() => void value.take(shown.id)} onClose={() => setShownId(null)} />}
      </div>
    </UndoContext>
  );
}
