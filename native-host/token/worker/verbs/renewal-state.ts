import { PAIR_USES } from '@certbridge/shared/contract/work-order.ts';
import { onToken } from '../on-token.ts';
import { publicKeysOf, taggedCertificates } from '../order/order-pairs.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

/** Read back from what a key shows without a password: public halves and certificates. */
export const renewalState = (parts: WorkerParts) =>
  verb<'renewal.state'>(({ keyId, order }) =>
    onToken(
      parts,
      (key) => key.keyId === keyId,
      ({ session }) => {
        const pairs = PAIR_USES.filter((use) => publicKeysOf(session, { order, use }).length > 0).map((use) => ({
          use,
          certificate: taggedCertificates(session, { order, use })[0]?.fingerprint ?? null,
        }));
        const installed = pairs.every(({ certificate }) => certificate !== null);
        const state = pairs.length === 0 ? 'nothing' : installed ? 'installed' : 'pairs-made';
        return { state, pairs } as const;
      },
    ),
  );
