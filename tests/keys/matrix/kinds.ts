import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { openFaultModule } from '../modules/fault.ts';
import { openTestModule } from '../modules/open-test-module.ts';
import type { TestModule } from '../modules/test-module.ts';

/** A column of the matrix: a module as it comes, or the test token in the dialect of a maker. */
export interface Kind {
  readonly name: string;
  readonly algorithms: readonly KeyAlgorithm[];
  readonly open: () => Promise<TestModule>;
  /** The administrator's profile without which the host would not know the dialect. */
  readonly profile?: { readonly id: string } & Readonly<Record<string, unknown>>;
  /** Whether pkcs11-tool gets as far as the key: NSS wants parameters that it can't give. */
  readonly forPkcs11Tool: boolean;
}

const EVERY: readonly KeyAlgorithm[] = ['rsa-2048', 'p256', 'sm2'];

/** Numbers of the two families beside the one whose profile ships, as `tests/fixtures/fault-token/README.md` lists them. */
const SANSEC = {
  id: 'test-sansec',
  name: 'Test token, Sansec family',
  status: 'verified',
  source: 'tests/fixtures/fault-token',
  match: { manufacturers: ['Test Sansec'] },
  sm2: {
    keyType: '0x80000004',
    generate: '0x80008001',
    sign: { mechanism: '0x80008103', takes: 'message', addsZ: true, answers: 'der' },
    encrypt: '0x80008201',
    ciphertext: 'der',
  },
} as const;
const IBM = {
  ...SANSEC,
  id: 'test-ibm',
  name: 'Test token, IBM family',
  match: { manufacturers: ['Test IBM'] },
  sm2: {
    keyType: '0x80050002',
    generate: '0x8005000A',
    sign: { mechanism: '0x8005000C', takes: 'message', addsZ: true, answers: 'raw' },
    encrypt: '0x8005000D',
    ciphertext: 'c1c3c2',
  },
} as const;

export const KINDS: readonly Kind[] = [
  { name: 'softhsm2', algorithms: EVERY, open: () => openTestModule('softhsm2'), forPkcs11Tool: true },
  { name: 'opensc', algorithms: EVERY, open: () => openTestModule('opensc'), forPkcs11Tool: true },
  { name: 'opencryptoki', algorithms: EVERY, open: () => openTestModule('opencryptoki'), forPkcs11Tool: true },
  { name: 'nss', algorithms: EVERY, open: () => openTestModule('nss'), forPkcs11Tool: false },
  {
    name: 'fault-tass',
    algorithms: EVERY,
    open: () => openFaultModule({ 'sm2-family': 'tass', manufacturer: 'TASS' }),
    forPkcs11Tool: true,
  },
  {
    name: 'fault-sansec',
    algorithms: ['sm2'],
    open: () => openFaultModule({ 'sm2-family': 'sansec', manufacturer: 'Test Sansec' }),
    profile: SANSEC,
    forPkcs11Tool: true,
  },
  {
    name: 'fault-ibm',
    algorithms: ['sm2'],
    open: () => openFaultModule({ 'sm2-family': 'ibm', manufacturer: 'Test IBM' }),
    profile: IBM,
    forPkcs11Tool: true,
  },
];
