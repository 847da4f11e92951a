import { createSignedData } from '../../../formats/cms/create-signed-data.ts';
import { namedBy, onToken } from '../on-token.ts';
import { needCapabilities } from '../order/capabilities-needed.ts';
import { chainOf, privateKeyOf, tokenCertificates } from '../order/token-certificates.ts';
import { algorithmOf, canSignAs, tokenSigner, usualForm } from '../order/token-signer.ts';
import type { OrderGate } from '../order-gate.ts';
import { refuse } from '../refused.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

export const applicationSign = (parts: WorkerParts, gate: OrderGate) =>
  verb<'application.sign'>(({ claims, onceKept, ...password }, { cancellation }) =>
    onToken(parts, namedBy(claims.serial), async (token) => {
      const { session } = token;
      const { digest, signature, certificates } = claims.terms;
      if (!digest) return refuse('WORK_ORDER_TERMS', { support: 'digest missing' });
      const all = tokenCertificates(session);
      const certificate = all.find(({ fingerprint }) => certificates?.includes(fingerprint));
      if (!certificate) return refuse('CERTIFICATE_NOT_FOUND');
      const algorithm = algorithmOf(certificate.publicKey) ?? refuse('CERTIFICATE_NOT_FOUND', { support: 'algorithm' });
      const form = signature ?? usualForm(algorithm);
      if (!canSignAs(algorithm, form)) refuse('WORK_ORDER_TERMS', { support: `${form} with ${algorithm}` });
      needCapabilities(session, { signs: [form] });
      token.signIn(password);
      const key = privateKeyOf(session, certificate) ?? refuse('CERTIFICATE_NOT_FOUND', { support: 'no private key' });
      const signer = tokenSigner(session, { form, key, publicKey: certificate.publicKey });
      const cms = await createSignedData({
        signer: gate.before(signer, { jti: claims.jti, onceKept, cancellation }),
        certificate: certificate.der,
        chain: chainOf(certificate, all),
        over: { digest: { algorithm: digest.algorithm, value: Buffer.from(digest.value, 'hex') } },
        time: new Date(parts.clock.now()),
        dialect: form === 'sm2-sm3' ? 'gmt-0010' : 'rfc-5652',
      });
      return { cms: Buffer.from(cms).toString('base64'), signature: form };
    }),
  );
