import { describe, expect, it } from 'vitest';
import { blindIndex } from './blind-index.ts';
import { type MasterKeys, newMasterKeyLine, parseMasterKeys } from './master-key.ts';

function keysOf(...lines: string[]): MasterKeys {
  const keys = parseMasterKeys(lines.join('\n'));
  if (!keys) throw new Error('not keys');
  return keys;
}

const line = newMasterKeyLine();
const index = blindIndex(keysOf(line));

describe('the blind index', () => {
  it.each([
    ['id-number', '11010519491231002X', ' 110105 19491231 002x '],
    ['id-number', 'H12345678', 'Ｈ１２３４５６７８'],
    ['id-number', 'G123456(7)', 'g123456（7）'],
    ['phone', '13800138000', '+86 138-0013-8000'],
    ['phone', '13800138000', '0086 138 0013 8000'],
    ['phone', '13800138000', '１３８００１３８０００'],
    ['phone', '037112345678', '(0371) 1234-5678'],
  ] as const)('%s: %s and "%s" are the same', (purpose, one, other) => {
    expect(index.of(purpose, other)).toEqual(index.of(purpose, one));
  });

  it('tells values and purposes apart', () => {
    expect(index.of('phone', '13800138000')).not.toEqual(index.of('phone', '13800138001'));
    expect(index.of('phone', '13800138000')).not.toEqual(index.of('id-number', '13800138000'));
  });

  it('means nothing under another master key', () => {
    expect(blindIndex(keysOf(newMasterKeyLine())).of('phone', '13800138000')).not.toEqual(
      index.of('phone', '13800138000'),
    );
  });

  it('is 16 bytes, and stays what it was when a newer master key is added', () => {
    const rotated = blindIndex(keysOf(line, newMasterKeyLine()));
    expect(rotated.of('phone', '13800138000')).toEqual(index.of('phone', '13800138000'));
    expect(rotated.keyId).toBe(index.keyId);
    expect(index.of('phone', '13800138000')).toHaveLength(16);
  });

  it.each(['', ' - '])('refuses "%s": everybody without a number would be one person', (nothing) => {
    expect(() => index.of('phone', nothing)).toThrow(RangeError);
  });
});
