import { useEffect, useRef, useState } from 'react';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import type { BadPack } from '../../packs/pack/bad-pack.ts';
import { tellNews } from '../../services/packs/course-news.ts';
import type { InstallFailure, InstallProgress, OpenFailure, PackOffer } from '../../services/packs/pack-service.ts';
import { LARGEST_FILE } from '../../ui/pack-problem-words.ts';
import { href, navigate } from '../../ui/routes.ts';
import { headingIn, howTaken } from './offer-words.ts';

/** One of the files that came together. */
export interface Place {
  readonly files: readonly File[];
  readonly index: number;
}
export type Problem = OpenFailure | InstallFailure;
export type Stage =
  | { readonly step: 'choose' }
  | { readonly step: 'looking'; readonly at: Place }
  | { readonly step: 'offer'; readonly at: Place; readonly offer: PackOffer }
  | { readonly step: 'adding'; readonly at: Place; readonly offer: PackOffer; readonly progress: InstallProgress; readonly isStopping: boolean }
  | { readonly step: 'refused'; readonly at: Place; readonly problem: Problem };

export interface Adding {
  readonly stage: Stage;
  /** What just happened: read out. */
  readonly said: string;
  readonly take: (files: readonly File[]) => void;
  /** `language`: of those that the course speaks. */
  readonly add: (language: string) => void;
  /** Calls off what is going on, or puts the file aside: the next one's turn. */
  readonly cancel: () => void;
}

/** A file in hand. */
interface Turn {
  readonly stop: AbortController;
  offer: PackOffer | null;
  isAdding: boolean;
}

/** The way through the screen: choose, look, decide, add. Leaving the screen calls off what can be called off. */
export function useAddCourse(): Adding {
  const { packs } = useServices();
  const [stage, setStage] = useState<Stage>({ step: 'choose' });
  const [said, say] = useState('');
  const turn = useRef<Turn | null>(null);

  const putAside = (): void => {
    const left = turn.current;
    turn.current = null;
    left?.stop.abort();
    // What is being added lets go by itself.
    if (left?.isAdding === false) left.offer?.close();
  };
  useEffect(() => putAside, []);

  const look = async (at: Place): Promise<void> => {
    putAside();
    const file = at.files[at.index];
    if (file === undefined) {
      setStage({ step: 'choose' });
      return;
    }
    const mine: Turn = { stop: new AbortController(), offer: null, isAdding: false };
    turn.current = mine;
    if (file.size > LARGEST_FILE) {
      setStage({ step: 'refused', at, problem: TOO_LARGE });
      return;
    }
    setStage({ step: 'looking', at });
    const opened = await (await packs()).open(file);
    if (turn.current !== mine) {
      if (opened.ok) opened.value.close();
      return;
    }
    if (opened.ok) mine.offer = opened.value;
    setStage(opened.ok ? { step: 'offer', at, offer: opened.value } : { step: 'refused', at, problem: opened.error });
  };
  const next = ({ files, index }: Place): Promise<void> => look({ files, index: index + 1 });

  const add = async (at: Place, offer: PackOffer, language: string): Promise<void> => {
    const mine = turn.current;
    if (mine === null || mine.isAdding) return;
    mine.isAdding = true;
    say('');
    const show = (progress: InstallProgress): void => {
      if (turn.current === mine) setStage({ step: 'adding', at, offer, progress, isStopping: mine.stop.signal.aborted });
    };
    show({ step: 'reading', fraction: 0 });
    try {
      const done = await offer.install(show, mine.stop.signal, language).finally(() => offer.close());
      if (turn.current !== mine) return;
      turn.current = null;
      if (!done.ok) {
        if (done.error.type === 'Cancelled') say(t('add.stopped'));
        setStage(done.error.type === 'Cancelled' ? { step: 'choose' } : { step: 'refused', at, problem: done.error });
        return;
      }
      const { version } = offer.cover.course;
      const title = headingIn(offer.cover, language).title.text;
      const following = at.files[at.index + 1];
      if (following !== undefined) {
        say(t('add.addedNext', { title, name: following.name }));
        await next(at);
        return;
      }
      tellNews({ courseId: done.value.courseId, how: howTaken(offer.here), title, version });
      navigate(href.course(done.value.courseId));
    } catch (error) {
      if (turn.current === mine) setStage({ step: 'choose' });
      throw error;
    }
  };

  return {
    stage,
    said,
    take(files) {
      if (stage.step === 'adding') {
        say(t('add.busy'));
        return;
      }
      say('');
      void look({ files, index: 0 });
    },
    add(language) {
      if (stage.step === 'offer') void add(stage.at, stage.offer, language);
    },
    cancel() {
      if (stage.step === 'adding') {
        if (stage.progress.step !== 'reading') return;
        turn.current?.stop.abort();
        setStage({ ...stage, isStopping: true });
      } else if (stage.step !== 'choose') {
        say('');
        void next(stage.at);
      }
    },
  };
}

const TOO_LARGE: BadPack = { type: 'BadPack', reason: 'TooLarge', message: 'The file itself is larger than that.', needs: null, findings: [] };
