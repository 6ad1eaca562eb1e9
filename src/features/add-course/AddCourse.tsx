import { useEffect, useEffectEvent, useState } from 'react';
import { t } from '../../i18n/text.ts';
import { takeFiles } from '../../services/packs/handed-files.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Status } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Offer } from './Offer.tsx';
import { Progress } from './Progress.tsx';
import { Refused } from './Refused.tsx';
import { useAddCourse } from './use-add-course.ts';
import { useLaunchedFiles } from './use-launched-files.ts';
import './add-course.css';

/** A course from a file. */
export function AddCourse() {
  const adding = useAddCourse();
  const { stage, said, take, cancel } = adding;
  const [wasElsewhere, setWasElsewhere] = useState(false);
  if (!wasElsewhere && stage.step !== 'choose' && stage.step !== 'looking') setWasElsewhere(true);
  useLaunchedFiles(take);
  useEscape(cancel);
  // Dropped on the library. They are given once.
  const takeHanded = useEffectEvent(() => {
    const handed = takeFiles();
    if (handed.length > 0) take(handed);
  });
  useEffect(() => takeHanded(), []);
  const isChoosing = stage.step === 'choose' || stage.step === 'looking' || stage.step === 'refused';
  return (
    <div className="page page--narrow add-course">
      <PageHeader title={t('add.title')} lead={t('add.lead')} />
      <Status>
        <p className="add-course__said">
          {stage.step === 'looking' ? t('add.looking', { name: stage.at.files[stage.at.index]?.name ?? '' }) : said}
        </p>
      </Status>
      <FileDrop words={t('add.drop')} onFiles={take} />
      {stage.step === 'refused' && <Refused key={stage.at.index} at={stage.at} problem={stage.problem} onSkip={cancel} />}
      {isChoosing && (
        <ChooseFile isFirst={stage.step !== 'refused'} takesFocus={wasElsewhere && stage.step === 'choose'} onFiles={take} />
      )}
      {stage.step === 'offer' && <Offer key={stage.at.index} at={stage.at} offer={stage.offer} add={adding.add} cancel={cancel} />}
      {stage.step === 'adding' && (
        <Progress title={stage.offer.cover.course.title} progress={stage.progress} isStopping={stage.isStopping} onStop={cancel} />
      )}
      {isChoosing && <p className="add-course__author">{t('add.author')} <a href="?preview=here">{t('add.preview')}</a></p>}
    </div>
  );
}

/** Esc on the screen itself: a menu or a dialog over it has its own. */
function useEscape(onEscape: () => void): void {
  const escape = useEffectEvent(onEscape);
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent): void => {
      const isHere = target === document.body || document.getElementById(MAIN_ID)?.contains(target as Node) === true;
      if (key === 'Escape' && isHere) escape();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
