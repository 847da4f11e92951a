import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { Notice } from '../../../ui/notice.tsx';
import { pt } from '../pay-words.ts';
import type { Cashier } from '../state/cashier.ts';
import { CodeCard } from './code-card.tsx';

export interface CodesProps {
  readonly cashier: Pick<Cashier, 'codes' | 'renew'>;
  readonly payment: PaymentView;
}

/** Side by side, or one below the other where it is narrow. */
export function Codes({ cashier, payment }: CodesProps) {
  const { codeWays } = payment;
  if (codeWays.length === 0) {
    return (
      <Notice tone="warn" title={pt('way.none')}>
        <p>{pt('way.noneNext')}</p>
      </Notice>
    );
  }
  return (
    <>
      <div class="pay-codes">
        {codeWays.map((way) => (
          <CodeCard
            key={way}
            way={way}
            standing={cashier.codes[way].value}
            payment={payment}
            onRenew={() => void cashier.renew(way)}
          />
        ))}
      </div>
      <p class="cap pay-line">{codeWays.length > 1 ? pt('codes.turns') : pt('codes.one')}</p>
    </>
  );
}
