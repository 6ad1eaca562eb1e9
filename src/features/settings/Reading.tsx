import { formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Settings } from '../../services/settings-service.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';

const SIZES = [0.9, 1, 1.15, 1.3, 1.5] as const;
const CODE_SIZES = [0.85, 1, 1.15, 1.3, 1.5] as const;
const WIDTHS = [54, 66, 80] as const;

/** Text size, line width and the size of code, each with a few lines to judge them by. */
export function Reading({ settings: { textSize, codeSize, lineWidth }, onChange }: { settings: Settings; onChange: (patch: Partial<Settings>) => void }) {
  const percentages = (sizes: readonly number[]) => sizes.map((size) => ({ value: String(size), label: formatPercentage(Math.round(size * 100)) }));
  const widths = WIDTHS.map((width) => ({ value: String(width), label: t('settings.width', { width }) }));
  return (
    <div className="settings__reading">
      <ChoiceGroup
        legend={t('settings.textSize')}
        choices={percentages(SIZES)}
        value={String(nearest(SIZES, textSize))}
        onChange={(size) => onChange({ textSize: Number(size) })}
      />
      <ChoiceGroup
        legend={t('settings.lineWidth')}
        choices={widths}
        value={String(nearest(WIDTHS, lineWidth))}
        onChange={(width) => onChange({ lineWidth: Number(width) })}
      />
      <p className="settings__sample">{t('settings.sample')}</p>
      <ChoiceGroup
        legend={t('settings.codeSize')}
        choices={percentages(CODE_SIZES)}
        value={String(nearest(CODE_SIZES, codeSize))}
        onChange={(size) => onChange({ codeSize: Number(size) })}
      />
      <pre className="settings__code"><code>{t('settings.codeSample')}</code></pre>
    </div>
  );
}

const nearest = (steps: readonly number[], value: number): number =>
  steps.reduce((best, step) => (Math.abs(step - value) < Math.abs(best - value) ? step : best), steps[0] ?? value);
