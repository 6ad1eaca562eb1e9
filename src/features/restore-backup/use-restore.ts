import { use, useEffect, useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import type { Preview, Restored, SamePeople, Side } from '../../services/backup-service.ts';
import { takeHandedOver } from '../../services/copies/hand-over.ts';
import { writeFailureOf } from '../../services/failures.ts';
import { UndoContext } from '../../ui/undo.tsx';
import { problemWords } from './words.ts';

export type Mode = 'merge' | 'replace';

/** A file that was chosen, and what the learner has said about it so far. */
export interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly preview: Preview;
  readonly same: SamePeople;
  readonly mode: Mode;
  /** What was chosen against the proposal, or for it. */
  readonly choices: { readonly [conflictId: string]: Side };
}
export type Stage =
  | { readonly step: 'choose' }
  | { readonly step: 'look'; readonly chosen: Chosen }
  | { readonly step: 'done'; readonly restored: Restored; readonly offerId: string };

export interface Restoring {
  readonly stage: Stage;
  /** What is going on, or why not: read out. */
  readonly said: { readonly tone: 'note' | 'notyet'; readonly words: string };
  readonly isBusy: boolean;
  readonly choose: () => Promise<void>;
  readonly decide: (patch: Partial<Pick<Chosen, 'mode' | 'choices'>>) => void;
  readonly sayWho: (personId: Id, here: Id | null) => Promise<void>;
  readonly restore: () => Promise<void>;
  readonly undo: () => Promise<void>;
}

/** The way through the screen: choose, look, done. */
export function useRestore(): Restoring {
  const { backups } = useServices();
  const { files } = usePlatform();
  const { offer, take } = use(UndoContext);
  const [stage, setStage] = useState<Stage>({ step: 'choose' });
  const [said, setSaid] = useState<Restoring['said']>({ tone: 'note', words: '' });
  const [isBusy, setBusy] = useState(false);
  const note = (words: string): void => setSaid({ tone: 'note', words });
  const refuse = (words: string): void => setSaid({ tone: 'notyet', words });

  const look = async (name: string, text: string, same: SamePeople, before: Chosen | null): Promise<void> => {
    const preview = await backups.preview(text, same);
    if (!preview.ok) {
      setStage({ step: 'choose' });
      refuse(problemWords(preview.error));
      return;
    }
    const { mode = 'merge', choices = {} } = before ?? {};
    setStage({ step: 'look', chosen: { name, text, preview: preview.value, same, mode, choices } });
    note(t('restore.read', { name }));
  };
  const read = async (name: string, text: string): Promise<void> => {
    setBusy(true);
    note(t('restore.reading'));
    await look(name, text, {}, null);
    setBusy(false);
  };
  // An automatic copy, chosen on My data. It is given once, so that looking at each render finds it once.
  useEffect(() => {
    const handed = takeHandedOver();
    if (handed !== null) void read(handed.name, handed.text);
  });

  return {
    stage,
    said,
    isBusy,
    async choose() {
      const opened = await files.open(['.json']);
      if (opened.ok) await read(opened.value.name, opened.value.text);
    },
    decide(patch) {
      if (stage.step === 'look') setStage({ step: 'look', chosen: { ...stage.chosen, ...patch } });
    },
    async sayWho(personId, here) {
      if (stage.step !== 'look') return;
      const { chosen } = stage;
      await look(chosen.name, chosen.text, { ...chosen.same, [personId]: here }, chosen);
    },
    async restore() {
      if (stage.step !== 'look') return;
      const { name, text, preview, same, mode, choices } = stage.chosen;
      const unsaid = preview.persons.find((person) => person.likeness === 'alike' && !Object.hasOwn(same, person.id));
      if (unsaid !== undefined) {
        refuse(t('restore.answerFirst', { name: unsaid.displayName }));
        return;
      }
      setBusy(true);
      note(t('restore.busy'));
      const sides = preview.conflicts.map((conflict) => [conflict.id, choices[conflict.id] ?? conflict.proposed] as const);
      const restored = await backups.restore(text, { mode, same, choices: Object.fromEntries(sides) });
      setBusy(false);
      if (!restored.ok) {
        refuse(problemWords(restored.error));
        return;
      }
      const offerId = crypto.randomUUID();
      offer({ id: offerId, words: t('restore.offer', { name }), note: '', isInPlace: true, undo: restored.value.undo });
      setStage({ step: 'done', restored: restored.value, offerId });
      note('');
    },
    async undo() {
      if (stage.step !== 'done') return;
      try {
        await take(stage.offerId);
      } catch (error) {
        const failure = writeFailureOf(error);
        if (failure === null) throw error;
        refuse(problemWords(failure));
      }
    },
  };
}
