import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';

interface Gap {
  readonly module: string;
  /** Verbs whose names begin so; all of them when left out. */
  readonly verb?: string;
  readonly algorithm?: KeyAlgorithm;
  readonly why: string;
}

/** What a module can't do, as known of it. A gap that is not here is a failure, and so is one that works after all. */
const GAPS: readonly Gap[] = [
  ...['softhsm2', 'opensc', 'nss'].map((module): Gap => ({ module, algorithm: 'sm2', why: 'no SM2 in this module' })),
  { module: 'opencryptoki', algorithm: 'sm2', why: 'no SM2 in this module' },
  { module: 'opencryptoki', algorithm: 'p256', why: 'no EC in the soft token as Debian builds it' },
  {
    module: 'fault-tass',
    verb: 'decrypt.check',
    algorithm: 'p256',
    why: 'the test token agrees on no key (C_DeriveKey)',
  },
  { module: 'nss', verb: 'unlock.', why: 'NSS has no administrator' },
  { module: 'nss', verb: 'making.initialise', why: 'NSS has no administrator, and its database no C_InitToken' },
];

export function declaredGap(verb: string, module: string, algorithm: string): string | undefined {
  const fits = (gap: Gap) =>
    gap.module === module &&
    (gap.algorithm === undefined || gap.algorithm === algorithm) &&
    (gap.verb === undefined || verb.startsWith(gap.verb));
  return GAPS.find(fits)?.why;
}
