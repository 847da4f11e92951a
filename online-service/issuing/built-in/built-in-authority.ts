import type { CertificateAuthority } from '../certificate-authority.ts';
import { issue } from './issue.ts';
import type { IssuingTools } from './issuing-tools.ts';
import { revoke } from './revoke.ts';

/** The authority that the service is itself. */
export function builtInAuthority(tools: IssuingTools): CertificateAuthority {
  return {
    issue: (order) => issue(tools, order),
    revoke: (revocation) => revoke(tools, revocation),
  };
}
