import { authorise } from './authorise.ts';
import { checkIdentity } from './check-identity.ts';
import type { IdentityTools } from './identity-tools.ts';
import { sendAuthorisation } from './send-authorisation.ts';

export function identityOperations(tools: IdentityTools) {
  return {
    'identity.check': checkIdentity(tools),
    'identity.sendAuthorisation': sendAuthorisation(tools),
    'identity.authorise': authorise(tools),
  };
}
