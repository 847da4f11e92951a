import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import '../../../ui/card.css';
import { copyText } from '../copy-text.ts';
import { pt } from '../pay-words.ts';

export interface AccountCardProps {
  readonly payment: PaymentView;
  readonly account: NonNullable<PaymentView['transfer']>['accounts'][number];
  /** What to write into the remark. */
  readonly remark: string;
}

type Fact = 'name' | 'number' | 'bank' | 'remark' | 'amount';

/** Where to transfer to, each part ready to be copied into the bank's form. */
export function AccountCard({ payment, account, remark }: AccountCardProps) {
  const id = useId();
  const said = useSignal<{ readonly fact: Fact; readonly copied: boolean } | undefined>(undefined);
  const facts: readonly (readonly [Fact, string])[] = [
    ['name', account.name],
    ['number', account.number],
    ['bank', account.bank],
    ['remark', remark],
    ['amount', yuan(payment.amount)],
  ];
  return (
    <section class="card pay-account" aria-labelledby={id}>
      <h2 id={id}>{pt('account.title')}</h2>
      <dl>
        {facts.map(([fact, value]) => (
          <FactRow
            key={fact}
            fact={fact}
            value={value}
            onCopied={(copied) => {
              said.value = { fact, copied };
            }}
          />
        ))}
      </dl>
      <p class="cap">{pt('account.remarkNote')}</p>
      <p class="pay-copied cap" role="status">
        {said.value &&
          (said.value.copied
            ? pt('account.copied', { what: pt(`account.${said.value.fact}`) })
            : pt('account.notCopied'))}
      </p>
    </section>
  );
}

interface FactRowProps {
  readonly fact: Fact;
  readonly value: string;
  readonly onCopied: (copied: boolean) => void;
}

function FactRow({ fact, value, onCopied }: FactRowProps) {
  const place = useRef<HTMLElement>(null);
  const copy = () => place.current && void copyText(value, place.current).then(onCopied);
  return (
    <div>
      <dt>{pt(`account.${fact}`)}</dt>
      <dd class="wrap" lang="zh-CN" ref={place}>
        {value}
      </dd>
      <dd>
        <Button kind="quiet" size="row" onClick={copy}>
          {pt('account.copy')}
          <span class="sr">{pt(`account.${fact}`)}</span>
        </Button>
      </dd>
    </div>
  );
}
