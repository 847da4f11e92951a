import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provinces } from '../regions/regions.ts';
import { birthdayOfResident, checkResidentId, sexOfResident } from './resident-id.ts';

const TODAY = '2026-11-21';

/** As the standard prints them, so that the rule's own recurrence is not tested against itself. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

function withCheckDigit(first17: string): string {
  const sum = [...first17].reduce((total, each, at) => total + Number(each) * (WEIGHTS[at] ?? 0), 0);
  return `${first17}${CHECK_DIGITS[sum % 11]}`;
}

const regions = [...provinces().map(({ code }) => code.slice(0, 2)), '83'];
const birthdays = fc
  .date({ min: new Date('1900-01-01'), max: new Date(`${TODAY}T00:00:00Z`), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const people = fc
  .record({
    region: fc.constantFrom(...regions),
    county: fc.stringMatching(/^\d{4}$/),
    birthday: birthdays,
    sequence: fc.stringMatching(/^\d{3}$/),
  })
  .map((parts) => ({
    ...parts,
    id: withCheckDigit(`${parts.region}${parts.county}${parts.birthday.replaceAll('-', '')}${parts.sequence}`),
  }));

const reasonOf = (text: string) => {
  const checked = checkResidentId(text, TODAY);
  return checked.ok ? 'none' : checked.reason;
};

describe('GB 11643-1999, resident identity number', () => {
  it.each(['11010519491231002X', '440524188001010014'])('%s, an example of the standard, is right', (id) => {
    expect(checkResidentId(id, TODAY)).toEqual({ ok: true, value: id });
  });

  it('every number with the check digit of the standard’s table is right, and tells birthday and sex', () => {
    fc.assert(
      fc.property(people, ({ id, birthday, sequence }) => {
        expect(checkResidentId(id, TODAY)).toEqual({ ok: true, value: id });
        expect(birthdayOfResident(id)).toBe(birthday);
        expect(sexOfResident(id)).toBe(Number(sequence) % 2 === 1 ? 'male' : 'female');
      }),
    );
  });

  it('no single digit can be mistaken', () => {
    fc.assert(
      fc.property(people, fc.nat(17), fc.constantFrom(...'0123456789X'), ({ id }, at, other) => {
        fc.pre(id[at] !== other);
        expect(checkResidentId(id.slice(0, at) + other + id.slice(at + 1), TODAY).ok).toBe(false);
      }),
    );
  });

  it('no two neighbours can be swapped', () => {
    fc.assert(
      fc.property(people, fc.nat(16), ({ id }, at) => {
        const [a = '', b = ''] = id.slice(at, at + 2);
        fc.pre(a !== b);
        expect(checkResidentId(id.slice(0, at) + b + a + id.slice(at + 2), TODAY).ok).toBe(false);
      }),
    );
  });

  it.each([
    '11010519491231002x',
    '110105 19491231 002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '11010519491231002×',
    '11010519491231002*',
    '11010519491231002Х',
  ])('takes it as people type it: %s', (typed) => {
    expect(checkResidentId(typed, TODAY)).toEqual({ ok: true, value: '11010519491231002X' });
  });

  it('offers a digit for a letter that looks like it, when the check digit agrees', () => {
    expect(checkResidentId('11O10519491231002X', TODAY)).toEqual({
      ok: false,
      reason: 'resident-id-characters',
      repair: '11010519491231002X',
    });
    expect(checkResidentId('11O10519491231003X', TODAY)).toEqual({ ok: false, reason: 'resident-id-characters' });
  });

  it('names what is wrong', () => {
    expect(reasonOf(' ')).toBe('missing');
    expect(reasonOf('110105491231002')).toBe('resident-id-old-number');
    expect(reasonOf('1101051949123100')).toBe('resident-id-length');
    expect(reasonOf('1101051949123100X2')).toBe('resident-id-characters');
    expect(reasonOf('00010519491231002X')).toBe('resident-id-region');
    expect(reasonOf('11010519490230002X')).toBe('resident-id-birthday');
    expect(reasonOf('11010519001301002X')).toBe('resident-id-birthday');
    expect(reasonOf('11010530491231002X')).toBe('resident-id-birthday');
    expect(reasonOf('110105194912310021')).toBe('resident-id-check-digit');
  });

  it('knows leap years, and that nobody was born tomorrow', () => {
    expect(checkResidentId(withCheckDigit('11010520000229002'), TODAY).ok).toBe(true);
    expect(reasonOf(withCheckDigit('11010519000229002'))).toBe('resident-id-birthday');
    expect(checkResidentId(withCheckDigit('11010520261121002'), TODAY).ok).toBe(true);
    expect(reasonOf(withCheckDigit('11010520261122002'))).toBe('resident-id-birthday-future');
  });

  it('takes the provinces of GB/T 2260, the three residence permits, and no other region', () => {
    const taken = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0')).filter(
      (region) => reasonOf(withCheckDigit(`${region}010519491231002`)) === 'none',
    );
    expect(taken).toEqual([...regions].sort());
  });
});
