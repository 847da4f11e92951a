import { t, tParts } from '../i18n.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { Sentence } from '../sentence.tsx';
import { minutesAndSeconds } from '../time/countdown.ts';
import { useSecondsLeft } from '../time/use-seconds.ts';

export interface QrTimeProps {
  /** The end of the code, in milliseconds of the clock. */
  readonly until: number;
  /** How long it was given. */
  readonly lifeSeconds: number;
  /** What happens then. */
  readonly atEnd: 'renews' | 'ends';
  /** What stays in any case: 订单一直保留. */
  readonly note?: string | undefined;
}

export function QrTime({ until, lifeSeconds, atEnd, note }: QrTimeProps) {
  const left = useSecondsLeft(until);
  const time = minutesAndSeconds(left);
  return (
    <>
      <ProgressBar label={t('part.qrTimeLeft')} value={left} max={lifeSeconds} />
      <p>
        <span>
          <Sentence parts={atEnd === 'renews' ? tParts('part.qrRenews', { time }) : tParts('part.qrEnds', { time })} />
        </span>
        {note && <span>{note}</span>}
      </p>
    </>
  );
}
