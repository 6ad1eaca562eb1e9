import { Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { usePlatform } from '../../hooks/use-platform.ts';
import { t } from '../../i18n/text.ts';
import { packErrorToText, type PackError } from '../../packs/pack-error.ts';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/notice.tsx';

/** A reader of packs tells no more than this. */
const MOST = 200;

/** What an author has to mend, in a list of its own height that can be copied. */
export function Findings({ findings }: { findings: readonly PackError[] }) {
  const platform = usePlatform();
  const [said, say] = useState('');
  const id = useId();
  const copy = async (): Promise<void> => {
    const isCopied = await platform.copyText(findings.map(packErrorToText).join('\n'));
    say(t(isCopied ? 'add.copied' : 'add.notCopied'));
  };
  return (
    <div className="add-course__findings">
      <div className="add-course__findings-head">
        <h2 id={id}>{t(findings.length < MOST ? 'add.findings' : 'add.findingsMost', { count: findings.length })}</h2>
        <Button size="s" icon={<Copy />} onClick={() => void copy()}>{t('add.copy')}</Button>
      </div>
      <Status>{said}</Status>
      <div className="add-course__scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <ol className="add-course__list">
          {findings.map((finding, index) => (
            <li key={index} className="add-course__finding">
              <code>{finding.file}:{finding.line} {finding.field}</code>
              <span>{t('add.finding', { expected: finding.expected, found: finding.found })}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
