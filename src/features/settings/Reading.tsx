import { formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Settings } from '../../services/settings-service.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';

const SIZES = [0.9, 1, 1.15, 1.3, 1.5] as const;
const WIDTHS = [54, 66, 80] as const;

/** Text size and line width, with a few lines to judge them by. */
export function Reading({ settings: { textSize, lineWidth }, onChange }: { settings: Settings; onChange: (patch: Partial<Settings>) => void }) {
  const sizes = SIZES.map((size) => ({ value: String(size), label: formatPercentage(Math.round(size * 100)) }));
  const widths = WIDTHS.map((width) => ({ value: String(width), label: t('settings.width', { width }) }));
  return (
    <div className="settings__reading">
      <ChoiceGroup
        legend={t('settings.textSize')}
        choices={sizes}
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
    </div>
  );
}

const nearest = (steps: readonly number[], value: number): number =>
  steps.reduce((best, step) => (Math.abs(step - value) < Math.abs(best - value) ? step : best), steps[0] ?? value);
