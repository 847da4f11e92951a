import * as z from 'zod/mini';
import { ProviderAway } from '../../signed-wire/provider-away.ts';
import type { ProviderClient } from '../../signed-wire/provider-client.ts';
import type { ProviderCall } from '../../signed-wire/provider-place.ts';

/** `no-record`: the bureau has nobody with these; for us that is as wrong as a difference. */
const answer = z.object({ result: z.enum(['match', 'mismatch', 'no-record']) });

export async function bureauAnswer(
  client: ProviderClient,
  call: Omit<ProviderCall, 'method'>,
): Promise<'passed' | 'differs'> {
  const read = answer.safeParse(await client.call({ method: 'POST', ...call }));
  if (!read.success) throw new ProviderAway('reply-not-understood');
  return read.data.result === 'match' ? 'passed' : 'differs';
}
