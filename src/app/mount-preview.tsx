import { createRoot } from 'react-dom/client';
import { loadWords, t } from '../i18n/text.ts';
import { PreviewSigns, type PreviewState } from './PreviewSigns.tsx';

export interface PreviewPlace {
  /** The name of whoever learns in it. */
  readonly learner: string;
  readonly show: (state: PreviewState) => void;
}

/** The preview's signs, before the app and apart from it: the app may have nothing to show yet. */
export async function mountPreview(app: Element): Promise<PreviewPlace> {
  await loadWords('preview');
  const element = document.createElement('div');
  element.className = 'preview-signs';
  app.before(element);
  const root = createRoot(element);
  return { learner: t('preview.learner'), show: (state) => root.render(<PreviewSigns {...state} />) };
}
