import { useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import type { InstalledPack } from '../../../db/models/installed-pack.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { formatMoment, formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { PackService } from '../../services/packs/pack-service.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { licenceWords } from '../../ui/licence-words.ts';
import { Notice, Status } from '../../ui/notice.tsx';
import { packProblemWords } from '../../ui/pack-problem-words.ts';
import { href } from '../../ui/routes.ts';
import { Section } from '../../ui/section.tsx';
import { useFromFile } from './use-from-file.ts';

/** By whom a course from a file is, under which licence, and the way back to the version before; nothing for another. */
export function FromFile({ courseId }: { courseId: Id }) {
  const from = useFromFile(courseId);
  if (from === null) return null;
  const { pack, packs } = from;
  const { authors, installedAt, licence, version } = pack;
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
      <WayBack pack={pack} packs={packs} />
    </Section>
  );
}

/** Back to the version before, and out of the library. */
function WayBack({ pack, packs }: { pack: InstalledPack; packs: PackService }) {
  const platform = usePlatform();
  const [said, say] = useState<{ readonly title: string; readonly why: string } | null>(null);
  const [busy, setBusy] = useState('');
  const { previous } = pack;
  const stepBack = async (version: string): Promise<void> => {
    if (busy !== '') return;
    say(null);
    const show = (fraction: number): void => setBusy(t('add.backBusy', { version, percentage: formatPercentage(25 * Math.floor(4 * fraction)) }));
    show(0);
    try {
      const done = await packs.stepBack(pack.id, ({ step, fraction }) => show(step === 'reading' ? fraction / 2 : 0.5 + fraction / 2));
      if (done === null) say({ title: t('add.backGone'), why: '' });
      else if (done.ok) say({ title: t('add.added', { how: 'back', version, title: pack.title }), why: t('add.addedWhy', { how: 'back' }) });
      else say(packProblemWords(done.error, platform.appVersion));
    } finally {
      setBusy('');
    }
  };
  return (
    <>
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
    </>
  );
}
