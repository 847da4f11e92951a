import { searchBanks } from '@certbridge/shared/domain/banks/banks.ts';
import { OTHER_BANK } from '@certbridge/shared/domain/form/form-sections.ts';
import { ComboField } from '../../../ui/form/combo/combo-field.tsx';
import { formWords, ot } from '../../../ui/form-words.ts';
import type { OrderSession } from '../state/order-session.ts';
import { askedFor } from './fields-of-page.ts';
import { FormField } from './form-field.tsx';
import { sayProblem } from './say-problem.ts';

const BANKS = searchBanks('').map(({ name, initials, aliases = [] }) => ({
  id: name,
  name,
  also: [...initials.split(' '), ...aliases],
}));

/** The list of banks with its search; one that is not in it is typed by hand. */
export function BankField({ session }: { readonly session: OrderSession }) {
  if (askedFor(session, 'unitCheck.bank') === 'no') return null;
  const { label, hint } = formWords().fields['unitCheck.bank'];
  return (
    <ComboField
      field={session.form.fields['unitCheck.bank']}
      label={label}
      hint={hint}
      say={sayProblem}
      options={BANKS}
      optionsLang="zh-CN"
      placeholder={ot('bank.search')}
      other={{ id: OTHER_BANK, name: ot('bank.other') }}
      whenOther={<FormField session={session} name="unitCheck.bankName" />}
    />
  );
}
