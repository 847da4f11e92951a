import { Button } from '../../../ui/button.tsx';
import { ot } from '../../../ui/form-words.ts';
import { errorMessage, t } from '../../../ui/i18n.ts';
import { QrCard } from '../../../ui/qr/qr-card.tsx';
import type { PhoneStanding, PhoneWait } from '../materials/phone-wait.ts';

export interface PhoneCardProps {
  readonly phone: PhoneWait;
  readonly standing: PhoneStanding;
  /** What is to be photographed. */
  readonly title: string;
}

/** The code for the phone's camera, below its slot, until the picture has come. */
export function PhoneCard({ phone, standing, title }: PhoneCardProps) {
  const { slot } = standing;
  const running = standing.kind === 'waiting' ? standing : undefined;
  return (
    <div class="order-phone">
      <QrCard
        label={ot('phone.label', { title })}
        code={standing.kind === 'waiting' || standing.kind === 'expired' ? standing.url : undefined}
        standing={running || standing.kind === 'fetching' ? 'waiting' : 'failed'}
        status={statusOf(standing)}
        ask={ot('phone.ask')}
        time={running && { until: running.until, lifeSeconds: running.lifeSeconds, atEnd: 'ends' }}
        act={
          <div class="order-phone-acts">
            {standing.kind !== 'waiting' && standing.kind !== 'fetching' && (
              <Button size="row" onClick={() => void phone.open(slot)}>
                {standing.kind === 'failed' ? t('action.retry') : ot('phone.another')}
              </Button>
            )}
            <Button kind="quiet" size="row" onClick={phone.close}>
              {ot('phone.close')}
            </Button>
          </div>
        }
      />
    </div>
  );
}

function statusOf(standing: PhoneStanding): string {
  switch (standing.kind) {
    case 'fetching':
      return t('part.qrDrawing');
    case 'waiting':
      return ot('phone.waiting');
    case 'expired':
      return ot('phone.expired');
    case 'failed':
      return errorMessage(standing.error).what;
  }
}
