import type { ReactNode } from 'react';
import { formatBytes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { PackCover } from '../../packs/pack/pack-reader.ts';
import { LanguageSelect } from '../../ui/language-select.tsx';
import { languageWords } from '../../ui/language-words.ts';
import { licenceWords } from '../../ui/licence-words.ts';

interface OfferFactsProps {
  cover: PackCover;
  language: string;
  /** null: there is nothing to choose any more. */
  onLanguage: ((language: string) => void) | null;
}

/** By whom, how much, and what may be done with it. */
export function OfferFacts({ cover, language, onLanguage }: OfferFactsProps) {
  const { course, languages, size, unpackedSize, lessonCount, assetCount } = cover;
  const { authors, level, licence, programmingLanguage, version } = course;
  const isChoice = languages.length > 1 && onLanguage !== null;
  const code = programmingLanguage === null ? '' : ` · ${t('common.programmingLanguage', { language: programmingLanguage })}`;
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    [t('add.by'), authors.join(', ')],
    [t('add.level'), t('common.level', { level }) + code],
    [
      t('add.languages', { count: isChoice ? 1 : languages.length }),
      isChoice ? <LanguageSelect label={t('add.languages', { count: 1 })} languages={languages} value={language} onChange={onLanguage} /> : languageWords(languages),
    ],
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
