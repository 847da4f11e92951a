import type { AuthorityAlgorithm } from '../algorithms.ts';

export interface Addresses {
  readonly crl: string;
  readonly delta: string;
  readonly rootCrl: string;
  readonly issuing: string;
  readonly root: string;
  readonly ocsp: string;
}

export const PATHS = { crl: '/crl', certificates: '/ca', ocsp: '/ocsp' } as const;

/** Written into certificates for years, so they are settled at the ceremony. */
export function addressesOf(url: string, algorithm: AuthorityAlgorithm): Addresses {
  return {
    crl: `${url}${PATHS.crl}/${algorithm}.crl`,
    delta: `${url}${PATHS.crl}/${algorithm}-delta.crl`,
    rootCrl: `${url}${PATHS.crl}/${algorithm}-root.crl`,
    issuing: `${url}${PATHS.certificates}/${algorithm}-issuing.cer`,
    root: `${url}${PATHS.certificates}/${algorithm}-root.cer`,
    ocsp: `${url}${PATHS.ocsp}/${algorithm}`,
  };
}
