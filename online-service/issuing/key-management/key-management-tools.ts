import type { Transact } from '../../stores.ts';
import type { CertificateAuthority } from '../certificate-authority.ts';

export interface KeyManagementTools {
  readonly transact: Transact;
  readonly now: () => Date;
  readonly authority: CertificateAuthority;
}
