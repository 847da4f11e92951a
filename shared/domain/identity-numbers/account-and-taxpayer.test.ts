import { describe, expect, it } from 'vitest';
import { checkAccountNumber } from './account-number.ts';
import { checkTaxpayerNumber } from './taxpayer-number.ts';

const TODAY = '2026-11-21';

describe('a taxpayer number', () => {
  it.each([
    ['91330106673959654p', '91330106673959654P'],
    ['110105194912310 02x', '11010519491231002X'],
    ['110105194912310', '110105194912310'],
    ['33010660003734100', '33010660003734100'],
    ['11010519491231002X01', '11010519491231002X01'],
  ])('%s is kept as %s: a credit code, a person’s number, or of an older kind', (typed, kept) => {
    expect(checkTaxpayerNumber(typed, TODAY)).toEqual({ ok: true, value: kept });
  });

  it('offers the credit code that was meant', () => {
    expect(checkTaxpayerNumber('9133O106673959654P', TODAY)).toEqual({
      ok: false,
      reason: 'taxpayer-characters',
      repair: '91330106673959654P',
    });
  });

  it.each([
    ['', 'missing'],
    ['9133010667395965', 'taxpayer-length'],
    ['91330106673959654P1', 'taxpayer-length'],
    ['税号33010660003', 'taxpayer-length'],
    ['9133010667395965税P', 'taxpayer-characters'],
    ['91330106673959654Q', 'taxpayer-check-character'],
    ['110105194912310021', 'taxpayer-check-character'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkTaxpayerNumber(typed, TODAY)).toEqual({ ok: false, reason });
  });
});

describe('an account number', () => {
  it.each([
    ['0100 0000 0000 1234', '0100000000001234'],
    ['0200-0000-0900', '020000000900'],
    ['nra0200000009', 'NRA0200000009'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(checkAccountNumber(typed)).toEqual({ ok: true, value: kept });
  });

  it.each([
    ['', 'missing'],
    ['12345', 'account-length'],
    ['1'.repeat(33), 'account-length'],
    ['账号02000000', 'account-characters'],
    ['0200O00000', 'account-characters'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkAccountNumber(typed)).toEqual({ ok: false, reason });
  });
});
