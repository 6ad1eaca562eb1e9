import { t } from '../../i18n/text.ts';
import type { Theme } from '../../services/settings-service.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';

const THEMES = ['system', 'light', 'dark', 'sepia', 'contrast'] as const satisfies readonly Theme[];

/** Each choice shows a small page in its own colours. */
export function ThemeChoice({ theme, onChange }: { theme: Theme; onChange: (theme: Theme) => void }) {
  const choices = THEMES.map((value) => ({
    value,
    label: t('settings.theme', { theme: value }),
    icon: <span className={`theme-swatch theme-swatch--${value}`} aria-hidden="true"><i /><i /><i /></span>,
  }));
  return <ChoiceGroup legend={t('settings.themeLegend')} isLegendHidden shape="cards" choices={choices} value={theme} onChange={onChange} />;
}
