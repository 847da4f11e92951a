import type { OrderSummary, OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { type Definition, Definitions } from '../../../ui/definitions.tsx';
import { ot } from '../../../ui/form-words.ts';
import { t } from '../../../ui/i18n.ts';
import { momentText } from '../../../ui/time/moment-text.ts';
import { qt } from '../query-words.ts';

export interface OrderFactsProps {
  readonly order: OrderView;
  /** Its row in the list, which knows of the certificate what the order does not. */
  readonly summary: OrderSummary | undefined;
}

/** For whom, by which channel, when, and where the password goes. */
export function OrderFacts({ order, summary }: OrderFactsProps) {
  return (
    <section class="card query-card">
      <h2>{ot('section.order')}</h2>
      <Definitions items={factsOf(order, summary)} />
    </section>
  );
}

/** Once it is being made its dates are the certificate's own. */
const DATES_ARE_OPEN: readonly OrderView['state'][] = [
  'drafting',
  'filled',
  'confirmed',
  'submitted',
  'signed',
  'accepted',
  'returned',
  'approved',
];

function factsOf(order: OrderView, summary: OrderSummary | undefined): Definition[] {
  const holder = order.fields[order.holder === 'unit' ? 'unit.name' : 'operator.name'];
  const facts: Definition[] = [{ name: ot('order.channel'), value: <span lang="zh-CN">{order.channelName}</span> }];
  if (holder) facts.push({ name: qt('details.holder'), value: <span lang="zh-CN">{holder}</span> });
  facts.push({ name: qt('details.created'), value: momentText(order.createdAt) });
  if (order.validity && DATES_ARE_OPEN.includes(order.state)) {
    facts.push({ name: ot('order.validity'), value: t('certificate.validityRange', order.validity) });
  }
  if (summary?.passwordWay) facts.push({ name: qt('details.password'), value: qt(`password.${summary.passwordWay}`) });
  if (summary?.keySerial) facts.push({ name: t('key.serial'), value: summary.keySerial });
  return facts;
}
