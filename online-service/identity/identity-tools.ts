import type { OrderTools } from '../orders/order-tools.ts';
import type { IdentityProviders } from './identity-provider.ts';

export interface IdentityTools extends OrderTools {
  readonly providers: IdentityProviders;
}
