import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBankCard } from './bank-card.ts';

/** Luhn's formula by its table of doubled digits. */
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

function withCheckDigit(body: string): string {
  const sum = [...body]
    .reverse()
    .reduce((total, digit, at) => total + (at % 2 ? Number(digit) : (DOUBLED[Number(digit)] ?? 0)), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

const cards = fc.stringMatching(/^\d{11,18}$/).map(withCheckDigit);

describe('ISO/IEC 7812-1, bank card number', () => {
  it.each(['6216261000000000018', '6226388000000095', '6250947000000014', '4111111111111111', '5555555555554444'])(
    '%s, published for tests, is right',
    (card) => {
      expect(checkBankCard(card)).toEqual({ ok: true, value: card });
    },
  );

  it('every number of 12 to 19 digits with Luhn’s digit is right', () => {
    fc.assert(
      fc.property(cards, (card) => {
        expect(checkBankCard(card)).toEqual({ ok: true, value: card });
      }),
    );
  });

  it('no single digit can be mistaken', () => {
    fc.assert(
      fc.property(cards, fc.nat(), fc.integer({ min: 1, max: 9 }), (card, place, step) => {
        const at = place % card.length;
        const other = (Number(card[at]) + step) % 10;
        const mistaken = card.slice(0, at) + other + card.slice(at + 1);
        expect(checkBankCard(mistaken)).toEqual({ ok: false, reason: 'bank-card-check-digit' });
      }),
    );
  });

  it('takes the groups of four that stand on the card', () => {
    expect(checkBankCard('6216 2610 0000 0000 018')).toEqual({ ok: true, value: '6216261000000000018' });
    expect(checkBankCard('６２１６－２６１０－００００－００００－０１８')).toEqual({
      ok: true,
      value: '6216261000000000018',
    });
  });

  it.each([
    ['', 'missing'],
    ['6216261OOOOOOOOOO18', 'bank-card-characters'],
    ['79927398713', 'bank-card-length'],
    ['62162610000000000180', 'bank-card-length'],
    ['6216261000000000019', 'bank-card-check-digit'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(checkBankCard(typed)).toEqual({ ok: false, reason });
  });
});
