import { createRoot } from 'react-dom/client';
import { loadWords, t } from '../i18n/text.ts';
import type { CourseOpener, PreviewState } from './preview-state.ts';
import { PreviewSigns } from './PreviewSigns.tsx';

export interface PreviewPlace {
  /** The name of whoever learns in it. */
  readonly learner: string;
  readonly show: (state: PreviewState) => void;
}

/**
 * The preview's signs, before the app and apart from it: the app may have nothing to show yet. `opener`: where the author
 * chooses what is shown.
 */
export async function mountPreview(app: Element, opener: CourseOpener | null): Promise<PreviewPlace> {
  await loadWords('preview');
  const element = document.createElement('div');
  element.className = 'preview-signs';
  app.before(element);
  const root = createRoot(element);
  return { learner: t('preview.learner'), show: (state) => root.render(<PreviewSigns state={state} opener={opener} />) };
}
