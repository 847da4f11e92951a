import './card.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import './list-rows.css';

export interface ListRow {
  readonly id: string;
  readonly title: string;
  readonly icon?: IconName;
  readonly text?: string;
  readonly lang?: string;
  readonly chosen?: boolean;
}

/** Ways on, one under the other. */
export function ListRows({
  rows,
  onChoose,
}: {
  readonly rows: readonly ListRow[];
  readonly onChoose: (id: string) => void;
}) {
  return (
    <ul class="card links">
      {rows.map((row) => (
        <li key={row.id}>
          <button
            id={`row-${row.id}`}
            type="button"
            onClick={() => onChoose(row.id)}
            {...(row.chosen ? { 'aria-current': true } : {})}
          >
            {row.icon && <Icon name={row.icon} />}
            <span class="grow wrap" {...(row.lang ? { lang: row.lang } : {})}>
              {row.title}
            </span>
            {row.text && <small>{row.text}</small>}
            <Icon name={row.chosen ? 'check' : 'right'} small />
          </button>
        </li>
      ))}
    </ul>
  );
}
