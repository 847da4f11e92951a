import type { ComponentChildren } from 'preact';
import '../card.css';
import { Chip, type ChipProps } from '../chip.tsx';
import { t } from '../i18n.ts';
import './order-card.css';

export interface OrderCardProps {
  readonly number: string;
  /** With what tells it from others: 新办单位证书·主锁. */
  readonly business: string;
  readonly state: ChipProps;
  readonly created: string;
  /** Amount, holder, validity: what helps to know it again. */
  readonly facts?: readonly string[];
  /** Why it stands so, and what comes next. */
  readonly text?: string | undefined;
  /** The one thing to do now. */
  readonly act?: ComponentChildren;
  /** The rest, quiet. */
  readonly links?: ComponentChildren;
  /** Its timeline. */
  readonly children?: ComponentChildren;
}

export function OrderCard(props: OrderCardProps) {
  const { number, business, state, created, facts = [], text, act, links, children } = props;
  return (
    <article class="card order">
      <header>
        <div class="grow">
          <h3>{business}</h3>
          <p class="cap">
            <span>{t('part.orderNumber', { number })}</span>
            <time>{created}</time>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </div>
        <Chip {...state} />
      </header>
      {(text || act) && (
        <div class="order-next">
          <p class="grow wrap">{text}</p>
          {act}
        </div>
      )}
      {children && <div class="order-more">{children}</div>}
      {links && <div class="order-links">{links}</div>}
    </article>
  );
}
