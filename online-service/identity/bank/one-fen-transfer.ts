import * as z from 'zod/mini';
import { ProviderAway } from '../../signed-wire/provider-away.ts';
import type { ProviderClient } from '../../signed-wire/provider-client.ts';
import { TRANSFER_STANDINGS, type TransferProvider } from '../identity-provider.ts';

const sent = z.object({ result: z.enum(['accepted', 'refused']) });
const found = z.object({ standing: z.enum(TRANSFER_STANDINGS) });

export function oneFenTransfer(client: ProviderClient): TransferProvider {
  return {
    name: client.name,
    async send(requestId, { remark, ...payee }) {
      const content = { payee, amountFen: 1, remark };
      const read = sent.safeParse(await client.call({ method: 'POST', path: 'v1/transfers', requestId, content }));
      if (!read.success) throw new ProviderAway('reply-not-understood');
      return read.data.result === 'accepted' ? 'sent' : 'refused';
    },
    async standing(requestId) {
      const answer = await client.call({ method: 'GET', path: `v1/transfers/${requestId}`, requestId });
      if (answer === undefined) return 'unknown';
      const read = found.safeParse(answer);
      if (!read.success) throw new ProviderAway('reply-not-understood');
      return read.data.standing;
    },
  };
}
