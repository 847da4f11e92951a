import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { maskEmail } from '@certbridge/shared/domain/masking.ts';
import type { ComponentChildren } from 'preact';
import { ot } from '../../../ui/form-words.ts';
import { t } from '../../../ui/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import { PriceLines } from '../../order/parts/price-lines.tsx';
import { qt } from '../query-words.ts';

/** What it costs, what was handed in, and what will arrive: of an order that was given up only the first. */
export function OrderNotes({ order }: { readonly order: OrderView }) {
  const { price, state } = order;
  return (
    <>
      {price && (
        <section class="query-part">
          <h2>{ot('section.price')}</h2>
          <PriceLines price={price} />
        </section>
      )}
      {state !== 'cancelled' && state !== 'lapsed' && <Arrivals order={order} />}
    </>
  );
}

function Arrivals({ order }: { readonly order: OrderView }) {
  const { price, materials, timeline, payment } = order;
  const posting = timeline.find(({ step }) => step === 'post');
  return (
    <>
      {materials.length > 0 && (
        <Card title={qt('details.materials')}>
          <Materials materials={materials} />
        </Card>
      )}
      {price && price.total > 0 && (payment === 'not-asked' || payment === 'awaiting') && (
        <Card title={ot('section.invoice')}>
          <p>{invoiceText(order)}</p>
        </Card>
      )}
      {posting && (
        <Card title={ot('section.posting')}>
          <p>{postingText(posting)}</p>
        </Card>
      )}
    </>
  );
}

function Materials({ materials }: Pick<OrderView, 'materials'>) {
  return (
    <ul class="query-materials">
      {materials.map(({ slot, standing }) => (
        <li key={slot}>
          <span class="grow">{t(`material.${slot}`)}</span>
          <span class={standing === 'stored' ? 'ok' : 'cap'}>
            {standing === 'stored' && <Icon name="check" small />}
            {qt(`material.${standing}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="card query-card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function invoiceText({ fields }: OrderView): string {
  const email = fields['operator.email'];
  return email ? qt('invoice.note', { email: maskEmail(email) }) : qt('invoice.noEmail');
}

function postingText({ standing, at, promised }: OrderView['timeline'][number]): string {
  if (standing === 'done' && at !== undefined) return qt('posting.sent', { date: chinaDate(new Date(at)) });
  return promised === undefined ? qt('posting.later') : qt('posting.promised', { date: promised });
}
