import { type Fen, yuan } from '@certbridge/shared/domain/money.ts';
import type { ComponentChildren } from 'preact';
import '../card.css';
import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import { Spinner } from '../spinner.tsx';
import './qr-card.css';
import { QrCode } from './qr-code.tsx';
import { QrTime, type QrTimeProps } from './qr-time.tsx';

/** `expired` renews itself; what is `over` waits for somebody to renew it. */
export type QrStanding = 'waiting' | 'scanned' | 'done' | 'expired' | 'over' | 'failed';

export interface QrCardProps {
  /** What the code is for. */
  readonly label: string;
  /** Absent while it is fetched. */
  readonly code?: string | undefined;
  readonly standing: QrStanding;
  /** The line that says how it stands, and what comes by itself. */
  readonly status: string;
  /** Above the code: the ways to choose from. */
  readonly head?: ComponentChildren;
  readonly amount?: Fen | undefined;
  /** What to do with it: 请用支付宝扫一扫，核对金额后付款. */
  readonly ask?: ComponentChildren;
  readonly time?: QrTimeProps | undefined;
  /** Below, at most one, and quiet. */
  readonly act?: ComponentChildren;
}

const OVER_ICONS = { done: 'okc', over: 'clock', failed: 'stop' } as const;

/** For what is done on a phone: paying, photographing. */
export function QrCard({ label, code, standing, status, head, amount, ask, time, act }: QrCardProps) {
  const over = standing === 'waiting' || standing === 'scanned' ? undefined : standing;
  return (
    <section class={`card qr-card ${standing}`} aria-label={label}>
      {head}
      {amount !== undefined && (
        <p class="qr-amount">
          <small>¥</small>
          {yuan(amount)}
        </p>
      )}
      {ask && <p class="cap">{ask}</p>}
      <div class="qr-frame">
        {code === undefined ? !over && <Drawing /> : <QrCode text={code} label={label} />}
        {over && (
          <span class="qr-over">{over === 'expired' ? <Spinner large /> : <Icon name={OVER_ICONS[over]} />}</span>
        )}
      </div>
      <p class="qr-status" role="status">
        <StandingSign standing={standing} />
        {status}
      </p>
      <div class="qr-time">{time && !over && <QrTime {...time} />}</div>
      {act}
    </section>
  );
}

function Drawing() {
  return (
    <>
      <Spinner large />
      <span class="sr">{t('part.qrDrawing')}</span>
    </>
  );
}

function StandingSign({ standing }: { readonly standing: QrStanding }) {
  switch (standing) {
    case 'waiting':
      return <i class="qr-pulse" />;
    case 'scanned':
      return <Icon name="phone" small />;
    case 'done':
      return <Icon name="okc" small />;
    case 'expired':
    case 'over':
      return <Icon name="clock" small />;
    case 'failed':
      return <Icon name="stop" small />;
  }
}
