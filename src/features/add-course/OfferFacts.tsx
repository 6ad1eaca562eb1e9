import type { ReactNode } from 'react';
import { formatBytes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { PackCover } from '../../packs/pack/pack-reader.ts';
import { licenceWords } from '../../ui/licence-words.ts';
import { languageWords } from './offer-words.ts';

/** By whom, how much, and what may be done with it. */
export function OfferFacts({ cover }: { cover: PackCover }) {
  const { course, size, unpackedSize, lessonCount, assetCount } = cover;
  const { authors, languages, level, licence, programmingLanguage, version } = course;
  const code = programmingLanguage === null ? '' : ` · ${t('common.programmingLanguage', { language: programmingLanguage })}`;
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    [t('add.by'), authors.join(', ')],
    [t('add.level'), t('common.level', { level }) + code],
    [t('add.languages', { count: languages.length }), languageWords(languages)],
    [t('add.content'), t('add.contentOf', { lessons: t('common.lessons', { count: lessonCount }), assets: assetCount })],
    [t('add.size'), t('add.sizeOf', { size: formatBytes(size), unpacked: formatBytes(unpackedSize) })],
    [t('add.versionIs'), version],
    ...(licence.text === licence.code
      ? [[t('add.licenceBoth'), <Licence key="both" spdx={licence.text} />] as const]
      : [
          [t('add.licenceText'), <Licence key="text" spdx={licence.text} />] as const,
          [t('add.licenceCode'), <Licence key="code" spdx={licence.code} />] as const,
        ]),
  ];
  return (
    <dl className="add-course__facts">
      {facts.map(([name, value]) => (
        <div key={name} className="add-course__fact"><dt>{name}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  );
}

function Licence({ spdx }: { spdx: string }) {
  const { name, allows } = licenceWords(spdx);
  return <>{name}<span className="add-course__allows">{allows}</span></>;
}
