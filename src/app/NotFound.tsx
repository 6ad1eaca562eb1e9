import { t } from '../i18n/text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { href } from '../ui/routes.ts';

export function NotFound() {
  return (
    <div className="page page--narrow">
      <PageHeader title={t('common.notFound')} lead={t('common.notFoundWhy')} />
      <ButtonLink kind="primary" href={href.home}>{t('common.goHome')}</ButtonLink>
    </div>
  );
}
