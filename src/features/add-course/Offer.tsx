import { lazy, Suspense, useState } from 'react';
import { t } from '../../i18n/text.ts';
import type { PackOffer } from '../../services/packs/pack-service.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { href } from '../../ui/routes.ts';
import { actionWords, headingIn, hereWords } from './offer-words.ts';
import { OfferFacts } from './OfferFacts.tsx';
import { StageHead } from './StageHead.tsx';
import type { Adding, Place } from './use-add-course.ts';

const CourseText = lazy(async () => ({ default: (await import('../../ui/course-text.tsx')).CourseText }));

interface OfferProps extends Pick<Adding, 'add' | 'cancel'> {
  at: Place;
  offer: PackOffer;
}

/** A course that was looked into, and what taking it would mean. */
export function Offer({ at: { files, index }, offer: { cover, here, language: preset }, add, cancel }: OfferProps) {
  const { course } = cover;
  const [language, setLanguage] = useState(preset);
  const { title, description } = headingIn(cover, language);
  const action = actionWords(here, course.version);
  const words = hereWords(here, course.version);
  const name = files[index]?.name ?? '';
  return (
    <div className="add-course__offer">
      <p className="add-course__file">
        {files.length > 1 ? `${t('add.fileOf', { at: index + 1, count: files.length })} · ${name}` : name}
      </p>
      <StageHead title={title.text} lang={title.lang} />
      <div className="add-course__words" lang={description.lang}>
        <Suspense>
          <CourseText text={description.text} topHeading={3} />
        </Suspense>
      </div>
      {words !== null && (
        <Notice tone={words.tone} title={words.title}>{words.why.map((why) => <p key={why}>{why}</p>)}</Notice>
      )}
      <OfferFacts cover={cover} language={language} onLanguage={action === null ? null : setLanguage} />
      <div className="add-course__actions">
        {action === null ? (
          <ButtonLink kind="primary" href={href.course(course.id)}>{t('add.openIt')}</ButtonLink>
        ) : (
          <Button kind="primary" onClick={() => add(language)}>{action}</Button>
        )}
        <Button onClick={cancel}>{t(index + 1 < files.length ? 'add.skip' : 'add.cancel')}</Button>
        <p className="add-course__note">{t('add.nothingYet')}</p>
      </div>
    </div>
  );
}
