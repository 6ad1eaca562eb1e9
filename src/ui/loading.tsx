import { t } from '../i18n/text.ts';
import './loading.css';

/** Shown only once waiting is felt: local data mostly comes first. */
export const Loading = () => <p className="loading" role="status">{t('common.loading')}</p>;
