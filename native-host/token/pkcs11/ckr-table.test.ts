import { execFileSync } from 'node:child_process';
import { COMMON_ERRORS, ERROR_CODES, type ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { keyOperations } from '@certbridge/shared/contract/key-operations.ts';
import { nativeContract } from '@certbridge/shared/contract/native.ts';
import pkcs11js from 'pkcs11js';
import { describe, expect, it } from 'vitest';
import { CKR_CODES } from './ckr-codes.ts';
import { CKR_CONTEXTS, CKR_OUTCOMES, type CkrContext } from './ckr-meanings.ts';
import { errorOfCkr, nameOfCkr } from './ckr-table.ts';
import { REMOVED_CODES } from './driver-error.ts';

const all = Object.entries(CKR_CODES);
const GIVES_A_PIN: readonly CkrContext[] = ['login', 'new-pin', 'so-login', 'so-new-pin'];

/** p11-kit 0.24 numbers these from 0x1C0 on; the standard's own header (pkcs11t.h of OASIS) from 0x1B5 on. */
const OTHERWISE_IN_P11_KIT = [
  'CKR_EXCEEDED_MAX_ITERATIONS',
  'CKR_FIPS_SELF_TEST_FAILED',
  'CKR_LIBRARY_LOAD_FAILED',
  'CKR_PIN_TOO_WEAK',
  'CKR_PUBLIC_KEY_INVALID',
];

describe('the table of CKR codes', () => {
  it('has every code of the PKCS#11 header that p11-kit publishes, under its number', () => {
    const macros = execFileSync('gcc', ['-E', '-dM', '-DCRYPTOKI_COMPAT', '-isystem', '/usr/include/p11-kit-1', '-'], {
      input: '#include <p11-kit/pkcs11.h>\n',
      encoding: 'utf8',
    });
    const published = [...macros.matchAll(/^#define (CKR_[A-Z_]+) \(?(0x[0-9a-f]+|\d+)(?:UL)?\)?/gim)].flatMap(
      ([, name = '', code]) =>
        name === 'CKR_OK' || name === 'CKR_VENDOR_DEFINED' ? [] : [[name, Number(code)] as const],
    );
    expect(published.length).toBeGreaterThan(80);
    const other = published.filter(([name, code]) => codeOf(name) !== code).map(([name]) => name);
    expect(other.filter((name) => !OTHERWISE_IN_P11_KIT.includes(name))).toEqual([]);
  });

  it('has every code that pkcs11js names, under its number', () => {
    const named = Object.entries(pkcs11js).filter(([name]) => /^CKR_(?!OK$|VENDOR_DEFINED$)/.test(name));
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(([name, code]) => codeOf(name) !== code)).toEqual([]);
  });

  it('has no number twice', () => {
    expect(new Set(all.map(([, { code }]) => code)).size).toBe(all.length);
  });

  it.each(all)('%s has an error in every context, and its name and number for the hotline', (name, { code }) => {
    for (const context of CKR_CONTEXTS) {
      const answer = errorOfCkr(code, context);
      expect(ERROR_CODES).toContain(answer.code);
      expect(answer.support).toBe(`${name} 0x${code.toString(16).toUpperCase()}`);
    }
  });

  it('says "wrong password" only where a password was given, and only for codes that say so', () => {
    const wrong = all.flatMap(([name, { code }]) =>
      CKR_CONTEXTS.filter((context) => /^(SO_)?PIN_WRONG$/.test(errorOfCkr(code, context).code)).map((context) => ({
        name,
        context,
      })),
    );
    expect(wrong.filter(({ context }) => !GIVES_A_PIN.includes(context))).toEqual([]);
    expect([...new Set(wrong.map(({ name }) => name))].sort()).toEqual([
      'CKR_PIN_INCORRECT',
      'CKR_PIN_INVALID',
      'CKR_PIN_LEN_RANGE',
    ]);
  });

  it('never takes the SO’s password for the user’s, nor the user’s for the SO’s', () => {
    for (const [, { code }] of all) {
      expect(errorOfCkr(code, 'so-login').code).not.toMatch(/^PIN_/);
      for (const context of ['login', 'new-pin', 'signing', 'writing'] as const) {
        expect(errorOfCkr(code, context).code).not.toMatch(/^SO_/);
      }
    }
  });

  it('leads a locked password to unlocking, from every step that may meet it', () => {
    for (const context of ['login', 'new-pin', 'signing', 'writing'] as const) {
      expect(errorOfCkr(pkcs11js.CKR_PIN_LOCKED, context).code).toBe('PIN_LOCKED');
    }
    expect(errorOfCkr(pkcs11js.CKR_PIN_LOCKED, 'so-login').code).toBe('SO_PIN_LOCKED');
  });

  it.each([...REMOVED_CODES].map(nameOfCkr))('knows a pulled key by %s in every context', (name) => {
    const code = Number(name.split(' ')[1]);
    expect(new Set(CKR_CONTEXTS.map((context) => errorOfCkr(code, context).code))).toEqual(new Set(['KEY_REMOVED']));
  });

  it.each([0x8000_0000, 0x8000_0301, 0xffff_ffff, 0x777])(
    'takes a code that nobody knows for a fault of the driver, and keeps its number: 0x%s',
    (code) => {
      for (const context of CKR_CONTEXTS) {
        expect(errorOfCkr(code, context)).toMatchObject({
          code: 'DRIVER_FAULT',
          support: expect.stringContaining(code.toString(16).toUpperCase()),
        });
      }
    },
  );
});

/** The operations in which a context occurs; what it may end in must be among what each of them may answer. */
const OPERATIONS: { readonly [Context in CkrContext]: readonly (readonly ErrorCode[])[] } = {
  reading: [
    nativeContract['key.read'].errors,
    keyOperations['renewal.state'].errors,
    keyOperations['key.identify'].errors,
  ],
  login: [
    keyOperations['pin.verify'].errors,
    keyOperations['application.sign'].errors,
    keyOperations['renewal.prepare'].errors,
    keyOperations['making.install'].errors,
  ],
  'new-pin': [keyOperations['pin.change'].errors],
  signing: [keyOperations['application.sign'].errors, keyOperations['decrypt.check'].errors],
  writing: [keyOperations['renewal.prepare'].errors, keyOperations['renewal.install'].errors],
  'so-login': [keyOperations['unlock.complete'].errors],
  'so-new-pin': [keyOperations['unlock.complete'].errors],
};

it.each(CKR_CONTEXTS)('%s ends only in errors that the contract allows there', (context) => {
  const outcomes = new Set(Object.values(CKR_OUTCOMES).map((row): ErrorCode => row[context]));
  for (const errors of OPERATIONS[context]) {
    const allowed = new Set<ErrorCode>([...errors, ...COMMON_ERRORS]);
    expect([...outcomes].filter((code) => !allowed.has(code))).toEqual([]);
  }
});

function codeOf(name: string): number | undefined {
  return all.find(([known]) => known === name)?.[1].code;
}
