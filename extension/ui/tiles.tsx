import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import './tiles.css';

export interface TileItem {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

export interface TilesProps {
  readonly label: string;
  readonly items: readonly TileItem[];
  readonly onChoose: (id: string) => void;
}

/** What can be done, two to a row; an odd last one takes the whole row. */
export function Tiles({ label, items, onChoose }: TilesProps) {
  const odd = items.length % 2 === 1;
  return (
    <nav class="tiles" aria-label={label}>
      {items.map((item, index) => (
        <button
          key={item.id}
          id={`tile-${item.id}`}
          class={odd && index === items.length - 1 ? 'tile all' : 'tile'}
          type="button"
          onClick={() => onChoose(item.id)}
        >
          <Icon name={item.icon} />
          <span>
            <b>{item.title}</b>
            <small>{item.text}</small>
          </span>
        </button>
      ))}
    </nav>
  );
}
