import { t } from '../i18n/text.ts';
import { href } from '../ui/routes.ts';
import type { Route } from './routes.ts';
import './main-nav.css';

const LINKS = [
  { screen: 'home', to: href.home, name: 'common.home' },
  { screen: 'library', to: href.library, name: 'common.library' },
  { screen: 'review', to: href.review, name: 'common.review' },
] as const;

export function MainNav({ route }: { route: Route }) {
  return (
    <nav className="main-nav" aria-label={t('common.mainNavigation')}>
      {LINKS.map(({ screen, to, name }) => (
        <a key={screen} className="main-nav__link" href={to} {...(route.screen === screen ? { 'aria-current': 'page' } : {})}>
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
