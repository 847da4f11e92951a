import type { ProviderClient } from '../../signed-wire/provider-client.ts';
import type { CardElements, IdentityProvider } from '../identity-provider.ts';
import { bureauAnswer } from './bureau-answer.ts';

export function cardFourElements(client: ProviderClient): IdentityProvider<CardElements> {
  return {
    name: client.name,
    check: (requestId, content) => bureauAnswer(client, { path: 'v1/checks/bank-card', requestId, content }),
  };
}
