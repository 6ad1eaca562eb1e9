import type { DayOfReviews } from '../../core/review/forecast.ts';
import { formatNumber } from '../../i18n/format.ts';
import { locale, t } from '../../i18n/text.ts';

/** How many come due on each day of the week ahead: a table whose rows are bars. */
export function Forecast({ days }: { readonly days: readonly DayOfReviews[] }) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <table className="forecast">
      <caption className="visually-hidden">{t('review.weekCaption')}</caption>
      <thead className="visually-hidden">
        <tr><th scope="col">{t('review.day')}</th><th scope="col">{t('review.cards')}</th></tr>
      </thead>
      <tbody>
        {days.map(({ day, count }, i) => (
          <tr key={day}>
            <th scope="row">{i === 0 ? t('review.today') : dayName(day)}</th>
            <td>
              {count > 0 && <span className="forecast__bar" style={{ inlineSize: `${(100 * count) / most}%` }} />}
              <span className="forecast__count">{formatNumber(count)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "Tue, 24 Nov": a day of the calendar, whatever zone the device is in. */
const dayName = (day: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(day));
