import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-shapes.ts';

export interface FactCardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function FactCard({ icon, title, children }: FactCardProps) {
  return (
    <section class="card fact">
      <Icon name={icon} />
      <div class="grow wrap">
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}
