import type { InputOf } from '@certbridge/shared/contract/operation.ts';
import type { WorkOrderClaims, WorkOrderVerb } from '@certbridge/shared/contract/work-order.ts';
import type { HostContract } from '../../../../native-host/host-contract.ts';
import type { FuzzKey } from '../fuzz-key.ts';

type Input<Verb extends WorkOrderVerb> = Omit<InputOf<HostContract[Verb]>, 'workOrder'>;

/** What a verb would do to the key: the right password and the right certificates go with every forged order. */
type Errands = {
  readonly [Verb in WorkOrderVerb]: {
    readonly terms: WorkOrderClaims['terms'];
    readonly input: Input<Verb>;
    /** Where it differs, with a genuine order: refused behind the door, before the key is touched. */
    readonly harmless?: Partial<Input<Verb>>;
    /** The order of the harmless run, where the terms themselves would do harm. */
    readonly harmlessTerms?: WorkOrderClaims['terms'];
  };
};

const NEW_PIN = '730492';
/** Shorter than any token takes, so that it is never presented. */
const NO_PIN = { pin: '1' };
const PAIRS = [
  { use: 'sign' as const, algorithm: 'sm2' as const },
  { use: 'encrypt' as const, algorithm: 'sm2' as const },
];

export function errandsOf({ pin, certificates, fingerprints, custodyKey }: FuzzKey): Errands {
  const given = certificates.map(({ use, chain }) => ({ use, chain: [...chain] }));
  const [signing = ''] = fingerprints;
  return {
    'pin.change': { terms: {}, input: { pin, newPin: NEW_PIN }, harmless: { newPin: pin } },
    'application.sign': {
      terms: {
        digest: { algorithm: 'sm3', value: '5'.repeat(64) },
        signature: 'sm2-sm3',
        certificates: [signing],
      },
      input: { pin },
      harmless: NO_PIN,
    },
    'renewal.prepare': { terms: { pairs: PAIRS, certificates: [...fingerprints] }, input: { pin }, harmless: NO_PIN },
    'renewal.install': { terms: {}, input: { pin, certificates: given }, harmless: NO_PIN },
    'renewal.retire': {
      terms: { retire: 'delete-both-on-holders-word', certificates: [...fingerprints] },
      input: { pin },
      harmless: NO_PIN,
    },
    'unlock.begin': { terms: {}, input: {} },
    'unlock.complete': { terms: {}, input: { unlocking: 'u'.repeat(32), sealed: 'c2VhbGVk', newPin: NEW_PIN } },
    'making.initialise': {
      terms: { label: 'Fuzz', wipeInitialised: true, custodyKey },
      input: { pin },
      harmlessTerms: { label: 'Fuzz', custodyKey },
    },
    'making.prepare': { terms: { pairs: PAIRS }, input: { pin }, harmless: NO_PIN },
    'making.install': { terms: {}, input: { pin, certificates: given }, harmless: NO_PIN },
    'decrypt.check': { terms: {}, input: { pin }, harmless: NO_PIN },
  };
}
