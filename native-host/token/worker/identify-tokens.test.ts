import { keyId } from '@certbridge/shared/domain/key.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TokenReading } from '../pkcs11/token-driver.ts';
import { identifyTokens } from './identify-tokens.ts';

const token = (slot: number, serial: string, label = ''): TokenReading => ({
  slot,
  serial,
  label,
  model: '',
  manufacturer: '',
  pin: { state: 'ok' },
  pinLength: { min: 4, max: 16 },
});
const idsOf = (...tokens: TokenReading[]) => identifyTokens('m', tokens).map((identified) => identified.keyId);

it('a key is known by its driver and its serial number', () => {
  expect(idsOf(token(7, '0A1B', '主锁'))).toEqual(['m:0A1B']);
});

it('keys that give the same serial are told apart by their slots', () => {
  expect(idsOf(token(1, '00'), token(2, '00'), token(3, '01'))).toEqual(['m:00#1', 'm:00#2', 'm:01']);
});

it('a serial cannot pass for the name that another key gets', () => {
  expect(new Set(idsOf(token(0, 'X'), token(1, 'X'), token(2, 'X#0'))).size).toBe(3);
});

it('a key without serial or label still has a name', () => {
  expect(idsOf(token(4, '', '主锁'))).toEqual(['m:#4']);
});

it('every name fits the contract, and no two are the same', () => {
  const readings = fc.uniqueArray(fc.tuple(fc.nat(), fc.string({ maxLength: 64 }), fc.string({ maxLength: 64 })), {
    selector: ([slot]) => slot,
  });
  fc.assert(
    fc.property(readings, (list) => {
      const ids = idsOf(...list.map(([slot, serial, label]) => token(slot, serial, label)));
      expect(ids.every((id) => keyId.safeParse(id).success)).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
