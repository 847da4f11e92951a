import { ID_KINDS } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/form/select-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { formWords } from '../../../ui/form-words.ts';
import { t } from '../../../ui/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { sayProblem } from '../../order/fields/say-problem.ts';
import { CaptchaSum } from '../../order/parts/captcha-sum.tsx';
import type { Panel } from '../../panel-controller.ts';
import { qt } from '../query-words.ts';
import type { QueryDesk } from '../state/query-desk.ts';
import { FailureNotice } from './failure-notice.tsx';
import { QueryFrame } from './query-frame.tsx';

export interface QueryViewProps {
  readonly desk: QueryDesk;
  readonly panel: Panel;
}

/** Whose orders are looked for. Nothing here, before or after, tells whether anybody has any. */
export function AskView({ desk, panel }: QueryViewProps) {
  const { form, captcha, session, acts } = desk;
  const { idKinds } = formWords();
  return (
    <QueryFrame title={t('home.query')} onBack={() => panel.go({ name: 'home' })}>
      {session.ranOut.value ? (
        <Notice tone="info" title={qt('session.over')} announced>
          <p>{qt('session.overNext')}</p>
        </Notice>
      ) : (
        <p class="query-lead">{qt('ask.lead')}</p>
      )}
      <form class="query-form" noValidate onSubmit={(event) => event.preventDefault()}>
        <SelectField
          field={form.fields.idKind}
          label={qt('ask.kind')}
          say={sayProblem}
          options={ID_KINDS.map((kind) => ({ value: kind, name: idKinds[kind] }))}
        />
        <TextField
          field={form.fields.idNumber}
          label={qt('ask.number')}
          hint={qt('ask.numberHint')}
          say={sayProblem}
          mono
        />
        <CaptchaSum captcha={captcha} />
        <FailureNotice desk={desk} />
        <Button kind="primary" size="action" wide submits busy={acts.isBusy('send')} onClick={desk.send}>
          {qt('ask.act')}
        </Button>
        <p class="cap">{qt('ask.next')}</p>
      </form>
    </QueryFrame>
  );
}
