import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface PageSectionProps {
  readonly title: string;
  /** At the end of the title's row. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Fields or facts that belong together, under their heading. */
export function PageSection({ title, aside, children }: PageSectionProps) {
  const id = useId();
  return (
    <section class="order-section" aria-labelledby={id}>
      <div class="order-section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
