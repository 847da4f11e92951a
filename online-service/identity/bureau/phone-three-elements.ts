import type { ProviderClient } from '../../signed-wire/provider-client.ts';
import type { IdentityProvider, PhoneElements } from '../identity-provider.ts';
import { bureauAnswer } from './bureau-answer.ts';

export function phoneThreeElements(client: ProviderClient): IdentityProvider<PhoneElements> {
  return {
    name: client.name,
    check: (requestId, content) => bureauAnswer(client, { path: 'v1/checks/phone', requestId, content }),
  };
}
