import * as z from 'zod/mini';
import { cardElements, type IdentityProviders, oneFen, phoneElements } from './identity-provider.ts';

/** What a provider is asked: sealed beside the attempt, so that a repetition asks the very same. */
export const question = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('phone'), elements: phoneElements }),
  z.strictObject({ way: z.literal('bank-card'), elements: cardElements }),
  z.strictObject({ way: z.literal('account-transfer'), elements: oneFen }),
]);
export type Question = z.infer<typeof question>;

export type Answer = 'passed' | 'differs' | 'sent' | 'refused';

/** Done by the provider at most once for a request id, however often it is asked. Throws `ProviderAway`. */
export function askProvider(providers: IdentityProviders, requestId: string, asked: Question): Promise<Answer> {
  switch (asked.way) {
    case 'phone':
      return providers.phone.check(requestId, asked.elements);
    case 'bank-card':
      return providers.bankCard.check(requestId, asked.elements);
    case 'account-transfer':
      return providers.transfer.send(requestId, asked.elements);
  }
}

export function providerName(providers: IdentityProviders, { way }: Question): string {
  switch (way) {
    case 'phone':
      return providers.phone.name;
    case 'bank-card':
      return providers.bankCard.name;
    case 'account-transfer':
      return providers.transfer.name;
  }
}
