import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBankName } from '../banks/bank-name.ts';
import type { Checked } from '../checked.ts';
import { FIELD_HINTS, FIELD_REASONS, type FieldHint, type FieldReason } from '../field-reasons.ts';
import { checkAccountNumber } from './account-number.ts';
import { checkBankCard } from './bank-card.ts';
import { checkEmail } from './email.ts';
import { checkFreeText } from './free-text.ts';
import { checkIdNumber, ID_KINDS } from './id-kind.ts';
import { checkUnitPhone } from './landline.ts';
import { checkMobile } from './mobile.ts';
import { checkPersonName } from './person-name.ts';
import { checkPostalAddress } from './postal-address.ts';
import { checkTaxpayerNumber } from './taxpayer-number.ts';
import { checkUnifiedSocialCreditCode } from './unified-social-credit-code.ts';
import { checkUnitName } from './unit-name.ts';

const TODAY = '2026-11-21';
type Check = (text: string) => Checked<FieldReason, FieldHint>;

const CHECKS: Readonly<Record<string, Check>> = {
  'unified social credit code': checkUnifiedSocialCreditCode,
  ...Object.fromEntries(
    ID_KINDS.map((kind) => [kind, ((text) => checkIdNumber({ kind, text }, TODAY)) satisfies Check]),
  ),
  mobile: checkMobile,
  'unit’s phone': checkUnitPhone,
  'bank card': checkBankCard,
  'e-mail': checkEmail,
  'postal address': checkPostalAddress,
  'person’s name': checkPersonName,
  'unit’s name': checkUnitName,
  'taxpayer number': (text) => checkTaxpayerNumber(text, TODAY),
  'account number': checkAccountNumber,
  'bank’s name': checkBankName,
  'free text': (text) => checkFreeText(text, 100),
};

/** Something like what belongs into these fields, with slips, and then anything at all. */
const PIECES = [
  ...'0159OIZSVX张三王·•.,，。 　-－—()（）转#@字第号',
  ...['91330106673959654P', '11010519491231002X', '6216261000000000018', '138', '0013', '8000', '010', '+86', '400'],
  ...[
    '军字第2001988号',
    'H12345678',
    'qq.com',
    '.con',
    'gov.cn',
    'zhang',
    '有限公司',
    '银行',
    'É',
    '\u200b',
    '⽂',
    '𠮷',
  ],
];
const typed = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

describe.each(Object.entries(CHECKS))('%s: whatever is typed', (_, check) => {
  it('gets an answer, and each reason is one that has words', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const checked = check(text);
        if (!checked.ok) expect(FIELD_REASONS).toContain(checked.reason);
        else if (checked.hint) expect(FIELD_HINTS).toContain(checked.hint);
      }),
      { numRuns: 500 },
    );
  });

  it('is kept in a form that is taken again, unchanged', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const checked = check(text);
        if (checked.ok) expect(check(checked.value)).toEqual(checked);
      }),
      { numRuns: 500 },
    );
  });

  it('and refused with an offer to repair, it is taken once repaired', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const checked = check(text);
        if (!checked.ok && checked.repair !== undefined) expect(check(checked.repair).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is missing when it is nothing but blanks', () => {
    for (const blank of ['', ' ', '\u3000', '\t\n', '\u200b', '\ufeff']) {
      expect(check(blank)).toEqual({ ok: false, reason: 'missing' });
    }
  });
});
