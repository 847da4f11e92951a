import type { ComponentChildren } from 'preact';
import './definitions.css';

export interface Definition {
  readonly name: string;
  readonly value: ComponentChildren;
}

/** Names and values, the names in one column. */
export function Definitions({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl class="defs">
      {items.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="wrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
