import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { ErrorLines } from '../../../ui/environment/error-lines.tsx';
import { ot } from '../../../ui/form-words.ts';
import { errorMessage, t } from '../../../ui/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { goToQuery } from '../go-to-query.ts';
import type { Failure } from '../state/acts-in-turn.ts';
import type { OrderDesk } from '../state/order-desk.ts';
import { usePanel } from '../use-panel.ts';

/** Said at its field, or in the dialog, and not a second time. */
const SAID_ELSEWHERE: readonly PublicError['code'][] = ['FORM_INVALID', 'CAPTCHA_WRONG', 'CAPTCHA_OVER'];
/** What passes by itself. */
const PASSING: readonly PublicError['code'][] = [
  'SERVICE_UNREACHABLE',
  'SERVICE_NOT_READY',
  'DEADLINE_EXCEEDED',
  'PROVIDER_AWAY',
  'REQUEST_IN_PROGRESS',
  'INTERNAL',
];

/** What did not work, what it means, and every way out of it; it comes into sight by itself. */
export function FailureNotice({ desk }: { readonly desk: OrderDesk }) {
  const place = useRef<HTMLDivElement>(null);
  const failure = desk.session.failure.value;
  const shown = failure && failure.act !== 'cancel' && !SAID_ELSEWHERE.includes(failure.error.code);
  useEffect(() => {
    if (shown) place.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  return (
    <div ref={place}>
      {shown && (
        <Notice tone={isChange(failure.error) ? 'info' : 'warn'} title={errorMessage(failure.error).what} announced>
          <ErrorLines error={failure.error} />
          <div class="acts">
            <WaysOut desk={desk} failure={failure} />
          </div>
        </Notice>
      )}
    </div>
  );
}

function isChange({ code }: PublicError): boolean {
  return code === 'ORDER_CHANGED';
}

interface WaysOutProps {
  readonly desk: OrderDesk;
  readonly failure: Failure;
}

function WaysOut({ desk, failure }: WaysOutProps) {
  const panel = usePanel();
  const { session } = desk;
  const { code, values } = failure.error;
  switch (code) {
    case 'IDENTITY_DIFFERS':
    case 'IDENTITY_TRIES_OVER':
    case 'PROVIDER_AWAY':
      return canTransfer(desk) ? (
        <Button size="row" onClick={() => changeToTransfer(desk)}>
          {ot('failure.transfer')}
        </Button>
      ) : (
        <Again failure={failure} />
      );
    case 'ORDER_UNFINISHED':
      return (
        <>
          <Button
            size="row"
            onClick={() => goToQuery(panel, String(values?.['number'] ?? ''), session.form.values.peek())}
          >
            {ot('failure.otherOrder')}
          </Button>
          <Button
            kind="quiet"
            size="row"
            onClick={() => {
              desk.cancelling.value = true;
            }}
          >
            {ot('failure.cancelThis')}
          </Button>
        </>
      );
    case 'SESSION_MISSING':
    case 'SESSION_OVER':
    case 'ORDER_UNKNOWN':
      return (
        <Button size="row" onClick={() => goToQuery(panel, session.order.value?.number, session.form.values.peek())}>
          {ot('failure.query')}
        </Button>
      );
    default:
      return <Again failure={failure} />;
  }
}

function Again({ failure }: { readonly failure: Failure }) {
  if (!PASSING.includes(failure.error.code)) return null;
  return (
    <Button size="row" onClick={failure.again}>
      {t('action.retry')}
    </Button>
  );
}

/** Domain: where the three elements fail, the unit's own account is proposed. */
function canTransfer({ session }: OrderDesk): boolean {
  const { channel } = session.applied;
  const way = session.form.values.value['unitCheck.way'];
  return (
    session.page.value === 'unit' &&
    way !== 'account-transfer' &&
    channel.unitVerifications.includes('account-transfer')
  );
}

function changeToTransfer({ session }: OrderDesk): void {
  session.failure.value = undefined;
  session.form.fields['unitCheck.way'].edit('account-transfer');
  session.pointAt.value = 'unitCheck.accountNumber';
}
