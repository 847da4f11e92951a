import { BANK_NAME_REASONS } from './banks/bank-name.ts';
import { COMMON_REASONS } from './checked.ts';
import { ACCOUNT_REASONS } from './identity-numbers/account-number.ts';
import { BANK_CARD_REASONS } from './identity-numbers/bank-card.ts';
import { EMAIL_HINTS, EMAIL_REASONS } from './identity-numbers/email.ts';
import { FREE_TEXT_REASONS } from './identity-numbers/free-text.ts';
import { ID_NUMBER_REASONS } from './identity-numbers/id-kind.ts';
import { PHONE_REASONS } from './identity-numbers/landline.ts';
import { MOBILE_REASONS } from './identity-numbers/mobile.ts';
import { NAME_REASONS } from './identity-numbers/person-name.ts';
import { ADDRESS_REASONS } from './identity-numbers/postal-address.ts';
import { RESIDENT_ID_REASONS } from './identity-numbers/resident-id.ts';
import { TAXPAYER_REASONS } from './identity-numbers/taxpayer-number.ts';
import { CREDIT_CODE_REASONS } from './identity-numbers/unified-social-credit-code.ts';
import { UNIT_NAME_REASONS } from './identity-numbers/unit-name.ts';

/** Every reason for which a field can be refused. Each has its words in `shared/text`. */
export const FIELD_REASONS = [
  ...COMMON_REASONS,
  ...CREDIT_CODE_REASONS,
  ...RESIDENT_ID_REASONS,
  ...ID_NUMBER_REASONS,
  ...MOBILE_REASONS,
  ...PHONE_REASONS,
  ...BANK_CARD_REASONS,
  ...EMAIL_REASONS,
  ...ADDRESS_REASONS,
  ...NAME_REASONS,
  ...UNIT_NAME_REASONS,
  ...TAXPAYER_REASONS,
  ...ACCOUNT_REASONS,
  ...BANK_NAME_REASONS,
  ...FREE_TEXT_REASONS,
] as const;
export type FieldReason = (typeof FIELD_REASONS)[number];

/** Every piece of advice about a field that is accepted. */
export const FIELD_HINTS = EMAIL_HINTS;
export type FieldHint = (typeof FIELD_HINTS)[number];
