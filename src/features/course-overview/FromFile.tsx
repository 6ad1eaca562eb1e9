import type { Id } from '../../../db/models/ids.ts';
import { formatMoment } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { LanguageSelect } from '../../ui/language-select.tsx';
import { licenceWords } from '../../ui/licence-words.ts';
import { Notice, Status } from '../../ui/notice.tsx';
import { href } from '../../ui/routes.ts';
import { Section } from '../../ui/section.tsx';
import { useFromFile, type FromFile as Source } from './use-from-file.ts';
import { useRetake } from './use-retake.ts';

interface FromFileProps {
  courseId: Id;
  /** That the course is in now. */
  language: string;
}

/** By whom a course from a file is, under which licence, its languages, and the way back to the version before; nothing for another. */
export function FromFile({ courseId, language }: FromFileProps) {
  const from = useFromFile(courseId);
  return from === null ? null : <Facts {...from} language={language} />;
}

function Facts({ pack, packs, language }: Source & Pick<FromFileProps, 'language'>) {
  const { authors, installedAt, languages = [], licence, previous, version } = pack;
  const { busy, said, setLanguage, stepBack } = useRetake(pack, packs);
  const licences = [
    [t(licence.text === licence.code ? 'add.licenceBoth' : 'add.licenceText'), licence.text],
    ...(licence.text === licence.code ? [] : [[t('add.licenceCode'), licence.code] as const]),
  ] as const;
  return (
    <Section title={t('add.from')}>
      <dl className="from-file">
        <div className="from-file__fact"><dt>{t('add.came')}</dt><dd>{t('add.fromFile', { when: formatMoment(installedAt) })}</dd></div>
        <div className="from-file__fact"><dt>{t('add.versionIs')}</dt><dd>{version}</dd></div>
        <div className="from-file__fact"><dt>{t('add.by')}</dt><dd>{authors.join(', ')}</dd></div>
        {languages.length > 1 && (
          <div className="from-file__fact">
            <dt>{t('add.languages', { count: 1 })}</dt>
            <dd>
              <LanguageSelect
                label={t('add.languages', { count: 1 })}
                languages={languages}
                value={language}
                isBusy={busy !== ''}
                onChange={(chosen) => void setLanguage(chosen)}
              />
            </dd>
          </div>
        )}
        {licences.map(([name, spdx]) => {
          const words = licenceWords(spdx);
          return (
            <div key={name} className="from-file__fact">
              <dt>{name}</dt>
              <dd>{words.name}<span className="from-file__allows">{words.allows}</span></dd>
            </div>
          );
        })}
      </dl>
      <div className="from-file__ways">
        {previous !== null && (
          <Button size="s" aria-disabled={busy !== ''} onClick={() => void stepBack(previous.version)}>
            {t('add.stepBack', { version: previous.version })}
          </Button>
        )}
        <ButtonLink size="s" kind="quiet" href={href.data}>{t('add.removeLink')}</ButtonLink>
      </div>
      {previous !== null && <p className="from-file__note">{t('add.backNote')}</p>}
      <Status>
        {busy !== '' && <p className="from-file__note">{busy}</p>}
        {said !== null && <Notice title={said.title}>{said.why}</Notice>}
      </Status>
    </Section>
  );
}
