import { t } from '../i18n/text.ts';
import type { KeyHelp } from './key-tables.ts';
import './key-table.css';

export function KeyTable({ title, keys }: { title: string; keys: readonly KeyHelp[] }) {
  return (
    <section className="key-table">
      <h3>{title}</h3>
      <dl>
        {keys.map((row) => (
          <div key={row.what} className="key-table__row">
            <dt className="key-table__keys">{row.keys.map((key) => <kbd key={key} className="key-table__key">{key}</kbd>)}</dt>
            <dd>{t(row.what)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
