import type { CodeWay, PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import { Button } from '../../../ui/button.tsx';
import { errorMessage, t } from '../../../ui/i18n.ts';
import { QrCard, type QrStanding } from '../../../ui/qr/qr-card.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { pt } from '../pay-words.ts';
import type { CodeStanding } from '../state/code-board.ts';
import { wayName } from '../way-name.ts';

export interface CodeCardProps {
  readonly way: CodeWay;
  readonly standing: CodeStanding;
  readonly payment: Pick<PaymentView, 'amount' | 'orderNumber'>;
  readonly onRenew: () => void;
}

const LOOKS: { readonly [Kind in CodeStanding['kind']]: QrStanding } = {
  fetching: 'waiting',
  open: 'waiting',
  over: 'over',
  away: 'failed',
};

/** One way's code. Over or away, it says so and offers the next; the other way's goes on meanwhile. */
export function CodeCard({ way, standing, payment: { amount, orderNumber }, onRenew }: CodeCardProps) {
  const place = useKeptFocus<HTMLDivElement>();
  const open = standing.kind === 'open' ? standing : undefined;
  return (
    // The button goes with the code that it renews, and the focus is not to go with it.
    <div class="pay-code" ref={place} tabIndex={-1}>
      <QrCard
        label={pt('code.label', { way: wayName(way), amount: yuan(amount), number: orderNumber })}
        head={<h2>{wayName(way)}</h2>}
        amount={amount}
        ask={standing.kind === 'away' ? errorMessage(standing.error).what : pt('code.ask', { way: wayName(way) })}
        code={open?.code}
        standing={LOOKS[standing.kind]}
        status={statusOf(standing.kind)}
        time={open && { until: open.until, lifeSeconds: open.lifeSeconds, atEnd: 'ends' }}
        act={
          <div class="pay-code-act">
            {standing.kind !== 'open' && standing.kind !== 'fetching' && (
              <Button size="row" icon="renew" onClick={onRenew}>
                {standing.kind === 'over' ? pt('code.renew') : t('action.retry')}
              </Button>
            )}
          </div>
        }
      />
    </div>
  );
}

function statusOf(kind: CodeStanding['kind']): string {
  switch (kind) {
    case 'fetching':
      return pt('code.fetching');
    case 'open':
      return pt('code.waiting');
    case 'over':
      return pt('code.over');
    case 'away':
      return pt('code.away');
  }
}
