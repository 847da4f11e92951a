import type { OrderPrice, PriceLine } from '@certbridge/shared/domain/order/price-of-order.ts';
import '../../../ui/card.css';
import { ot } from '../../../ui/form-words.ts';
import { MoneyLines } from '../../../ui/money-lines.tsx';

export interface PriceLinesProps {
  readonly price: OrderPrice | undefined;
  /** The service is being asked for the price of what is chosen now. */
  readonly pricing?: boolean;
}

/** As the service has computed it, line by line. */
export function PriceLines({ price, pricing = false }: PriceLinesProps) {
  return (
    <div class="card order-price" aria-live="polite" aria-busy={pricing}>
      {price ? (
        <MoneyLines
          lines={price.lines.map((line) => ({ name: lineName(line), amount: line.amount }))}
          total={{ name: ot('price.total'), amount: price.total }}
        />
      ) : (
        <p class="cap">{ot('price.open')}</p>
      )}
    </div>
  );
}

function lineName({ what, count }: PriceLine): string {
  switch (what) {
    case 'certificate':
      return ot('price.certificate', { count });
    case 'key':
      return ot('price.key', { count });
    case 'seal':
      return ot('price.seal', { count });
    case 'service':
      return ot('price.service');
  }
}
