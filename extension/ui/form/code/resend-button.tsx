import { useId } from 'preact/hooks';
import { Button } from '../../button.tsx';
import { t } from '../../i18n.ts';
import { useSecondsLeft } from '../../time/use-seconds.ts';

export interface ResendButtonProps {
  /** The moment from which it may be sent again. */
  readonly from: number;
  readonly busy: boolean;
  readonly onResend: () => void;
}

/** Of one width, so that the seconds move nothing. While it cannot be used its label says until when. */
export function ResendButton({ from, busy, onResend }: ResendButtonProps) {
  const id = useId();
  const seconds = useSecondsLeft(from);
  return (
    <span id={id} class="resend">
      <Button kind="quiet" size="row" onClick={onResend} {...(seconds > 0 || busy ? { unavailableBecause: id } : {})}>
        {seconds > 0 ? t('part.codeResendIn', { seconds }) : t('part.codeResend')}
      </Button>
    </span>
  );
}
