import type { OrderSummary } from '@certbridge/shared/contract/online/order-view.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import { Button } from '../../../ui/button.tsx';
import { t } from '../../../ui/i18n.ts';
import { OrderCard } from '../../../ui/order/order-card.tsx';
import type { Panel } from '../../panel-controller.ts';
import { qt } from '../query-words.ts';
import type { QueryDesk } from '../state/query-desk.ts';
import { detailsLinkId } from '../use-focus-of-query.ts';
import { NextAct, OpenedPaper, QuietActs } from './order-acts.tsx';
import { standingLook } from './standing-looks.ts';

export interface OrderRowProps {
  readonly desk: QueryDesk;
  readonly panel: Panel;
  readonly order: OrderSummary;
  readonly isFirst: boolean;
}

/** One of the person's orders, with everything that helps to know it again. */
export function OrderRow({ desk, panel, order, isFirst }: OrderRowProps) {
  const { chip, next } = standingLook(order);
  return (
    <OrderCard
      number={order.number}
      business={t(`business.${order.business}`)}
      state={chip}
      created={chinaDate(new Date(order.createdAt))}
      facts={factsOf(order)}
      text={next}
      act={<NextAct desk={desk} panel={panel} order={order} isFirst={isFirst} />}
      links={
        <>
          <Button id={detailsLinkId(order.id)} kind="quiet" size="row" onClick={() => desk.details.open(order.id)}>
            {qt('act.details')}
          </Button>
          <QuietActs desk={desk} order={order} />
          <OpenedPaper desk={desk} orderId={order.id} />
        </>
      }
    />
  );
}

function factsOf({ certificateName, total, keySerial }: OrderSummary): string[] {
  const facts = certificateName ? [certificateName] : [];
  if (total !== undefined) facts.push(qt('fact.yuan', { amount: yuan(total) }));
  if (keySerial !== undefined) facts.push(qt('fact.key', { tail: keySerial.slice(-4) }));
  return facts;
}
