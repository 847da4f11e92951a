import { namedBy, onToken } from '../on-token.ts';
import { needCapabilities } from '../order/capabilities-needed.ts';
import { privateKeyOf, tokenCertificates } from '../order/token-certificates.ts';
import { algorithmOf } from '../order/token-signer.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

export const decryptCheck = (parts: WorkerParts) =>
  verb<'decrypt.check'>(({ claims, ...password }) =>
    onToken(parts, namedBy(claims.serial), (token) => {
      const { session } = token;
      const wanted = claims.terms.certificates;
      const certificates = tokenCertificates(session).filter(
        ({ uses, isAuthority, fingerprint }) =>
          uses.includes('encrypt') && !isAuthority && (wanted?.includes(fingerprint) ?? true),
      );
      const algorithms = certificates.map(({ publicKey }) => algorithmOf(publicKey));
      needCapabilities(session, { opens: algorithms.filter((algorithm) => algorithm !== undefined) });
      token.signIn(password);
      return {
        certificates: certificates.map((certificate) => {
          const key = privateKeyOf(session, certificate);
          const opens = key !== undefined && session.opens(key, certificate.publicKey);
          return { fingerprint: certificate.fingerprint, opens };
        }),
      };
    }),
  );
