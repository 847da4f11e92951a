import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { CodeInput } from '../../../ui/form/code/code-input.tsx';
import { t } from '../../../ui/i18n.ts';
import { CaptchaSum } from '../../order/parts/captcha-sum.tsx';
import { qt } from '../query-words.ts';
import type { QueryDesk } from '../state/query-desk.ts';
import type { QueryViewProps } from './ask-view.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { paperText } from './paper-text.ts';
import { QueryFrame } from './query-frame.tsx';

/** The code from the phone, which opens the orders. */
export function CodeView({ desk, panel }: QueryViewProps) {
  const { request, resending } = desk;
  const sent = request.sent.value;
  if (!sent) return null;
  return (
    <QueryFrame
      title={t('home.query')}
      subtitle={paperText(sent.paper)}
      onBack={() => panel.go({ name: 'home' })}
      aside={{ label: qt('code.change'), onClick: desk.changeId }}
    >
      <p class="query-lead">{qt('code.sent')}</p>
      <CodeInput
        label={qt('code.label')}
        standing={request.standing.value}
        validUntil={sent.validUntil}
        resendFrom={sent.resendFrom}
        onCode={desk.verify}
        onResend={() => {
          resending.value = true;
        }}
      />
      {resending.value && <Again desk={desk} />}
      <FailureNotice desk={desk} />
      <p class="cap">{qt('code.notCome')}</p>
    </QueryFrame>
  );
}

/** Each code takes a sum of its own, so that no machine lets phones ring. The one that came before still works. */
function Again({ desk }: { readonly desk: QueryDesk }) {
  const { captcha, acts } = desk;
  useEffect(() => captcha.field.focus(), [captcha]);
  return (
    <form class="card query-again" noValidate onSubmit={(event) => event.preventDefault()}>
      <p>{qt('code.again')}</p>
      <CaptchaSum captcha={captcha} />
      <Button submits busy={acts.isBusy('send')} onClick={desk.send}>
        {qt('code.againAct')}
      </Button>
    </form>
  );
}
