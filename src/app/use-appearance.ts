import { useEffect } from 'react';
import type { Settings } from '../services/settings-service.ts';

/** Puts the learner's theme, sizes and line width on the page; `null` while they are being read. */
export function useAppearance(settings: Settings | null): void {
  useEffect(() => {
    if (settings === null) return;
    const { dataset, style } = document.documentElement;
    const theme = settings.theme === 'system' && wantsContrast() ? 'contrast' : settings.theme;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    style.setProperty('--text-scale', String(settings.textSize));
    style.setProperty('--code-scale', String(settings.codeSize));
    style.setProperty('--measure', `${settings.lineWidth}ch`);
  }, [settings]);
}

const wantsContrast = (): boolean => matchMedia('(prefers-contrast: more)').matches;
