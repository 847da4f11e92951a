import { onlineContract } from '@certbridge/shared/contract/online.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import '../../ui/card.css';
import { Dialog } from '../../ui/dialog.tsx';
import { ot } from '../../ui/form-words.ts';
import { errorMessage, t } from '../../ui/i18n.ts';
import { clockText } from '../../ui/time/moment-text.ts';
import type { Panel } from '../panel-controller.ts';
import type { Unfinished } from '../state/panel-state.ts';
import { giveUp } from './acts/give-up.ts';
import './unfinished-card.css';

export interface UnfinishedCardProps {
  readonly panel: Panel;
  readonly start: Unfinished;
}

/** On the panel's home: an application that was put down, or lost with its page, and can be taken up again. */
export function UnfinishedCard({ panel, start }: UnfinishedCardProps) {
  const asking = useSignal(false);
  const busy = useSignal(false);
  const error = useSignal<PublicError | undefined>(undefined);
  const { business, number, savedAt } = aboutStart(start);

  async function act(): Promise<void> {
    busy.value = true;
    const service = panel.online(onlineContract);
    const channel = panel.state.peek().channel.value;
    error.value = service && (await giveUp({ service, clock: panel.clock, channel }, start));
    busy.value = false;
    if (!error.value) panel.setUnfinished(undefined);
  }

  return (
    <section class="card unfinished" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">
        {ot(`unfinished.${isUnpaid(start) ? 'pay' : start.kind}`, { business: t(`business.${business}`) })}
      </h2>
      <p class="cap">
        {number && <span>{ot('frame.number', { number })}</span>}
        {savedAt !== undefined && <span>{ot('unfinished.savedAt', { time: clockText(savedAt) })}</span>}
      </p>
      <div class="unfinished-acts">
        <Button id="unfinished-continue" size="row" onClick={() => panel.go({ name: 'order', start })}>
          {t('part.continue')}
        </Button>
        <Button
          kind="quiet"
          size="row"
          onClick={() => {
            error.value = undefined;
            asking.value = true;
          }}
        >
          {ot('unfinished.drop')}
        </Button>
      </div>
      {asking.value && (
        <Dialog
          question={ot('cancel.question')}
          consequences={[
            ot('cancel.data'),
            isUnpaid(start) ? ot('cancel.ifPaid') : ot('cancel.free'),
            ot('cancel.forGood'),
          ]}
          keep={ot('cancel.keep')}
          act={ot('cancel.act')}
          destroys
          busy={busy.value ? ot('cancel.busy') : undefined}
          failed={error.value && errorMessage(error.value).what}
          onKeep={() => {
            asking.value = false;
          }}
          onAct={() => void act()}
        />
      )}
    </section>
  );
}

function isUnpaid(start: Unfinished): boolean {
  return start.kind === 'order' ? start.order.payment === 'awaiting' : start.draft.awaits === 'payment';
}

function aboutStart(start: Unfinished) {
  if (start.kind === 'order') return { business: start.order.business, number: start.order.number, savedAt: undefined };
  const { business, order, savedAt } = start.draft;
  return { business, number: order?.number, savedAt };
}
