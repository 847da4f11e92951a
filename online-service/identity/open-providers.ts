import type { Logger } from 'pino';
import { ProviderAway } from '../signed-wire/provider-away.ts';
import { type ProviderClient, providerClient } from '../signed-wire/provider-client.ts';
import type { ProviderPlace } from '../signed-wire/provider-place.ts';
import { oneFenTransfer } from './bank/one-fen-transfer.ts';
import { cardFourElements } from './bureau/card-four-elements.ts';
import { phoneThreeElements } from './bureau/phone-three-elements.ts';
import type { IdentityProviders } from './identity-provider.ts';

export interface ProviderPlaces {
  readonly bureau?: ProviderPlace;
  readonly bank?: ProviderPlace;
}

export interface OpenedProviders extends IdentityProviders {
  close(): void;
}

/** What is not configured is away: the service runs without, and says so when it is asked for. */
export function openProviders({ bureau, bank }: ProviderPlaces, log: Logger): OpenedProviders {
  const ofBureau = bureau ? providerClient(bureau, { log }) : NOT_CONFIGURED;
  const ofBank = bank ? providerClient(bank, { log }) : NOT_CONFIGURED;
  return {
    phone: phoneThreeElements(ofBureau),
    bankCard: cardFourElements(ofBureau),
    transfer: oneFenTransfer(ofBank),
    close() {
      ofBureau.close();
      ofBank.close();
    },
  };
}

const NOT_CONFIGURED: ProviderClient = {
  name: 'not configured',
  call: () => Promise.reject(new ProviderAway('not-configured')),
  close: () => undefined,
};
