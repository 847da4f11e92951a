import { Icon } from '../icon.tsx';
import { ICON_SHAPES, type IconName } from '../icon-shapes.ts';
import { Mark } from '../mark.tsx';

export function IconSamples() {
  return (
    <section>
      <h2>图标</h2>
      <ul class="row">
        <li>
          <Mark />
        </li>
        {(Object.keys(ICON_SHAPES) as IconName[]).map((name) => (
          <li key={name}>
            <Icon name={name} />
            <span class="cap">{name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
