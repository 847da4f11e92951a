import { maskAccount, maskBankCard, maskMobile, maskName } from '@certbridge/shared/domain/masking.ts';
import type { Question } from './question.ts';

/** As long as the contract lets it be. */
const LONGEST = 60;

/** Whom or which account was asked about, as its owner knows it again and nobody else does. */
export function maskedSubject({ way, elements }: Question): string {
  switch (way) {
    case 'phone':
      return cut(`${maskName(elements.name)} ${maskMobile(elements.mobile)}`);
    case 'bank-card':
      return cut(`${maskName(elements.name)} ${maskBankCard(elements.cardNumber)}`);
    case 'account-transfer':
      return cut(`${elements.bank} ${maskAccount(elements.account)}`);
  }
}

/** The end says more than the beginning: it has the digits. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  // Half of a rare character is no text, and the database would refuse it.
  return `…${text.slice(1 - LONGEST).replace(/^[\udc00-\udfff]/, '')}`;
}
