import { createSignedData } from '../../../formats/cms/create-signed-data.ts';
import { namedBy, onToken } from '../on-token.ts';
import { needCapabilities } from '../order/capabilities-needed.ts';
import { orderRequests, requestSteps } from '../order/order-requests.ts';
import { chainOf, privateKeyOf, type TokenCertificate, tokenCertificates } from '../order/token-certificates.ts';
import { algorithmOf, tokenSigner, usualForm } from '../order/token-signer.ts';
import { refuse } from '../refused.ts';
import { stepsOf } from '../steps.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

/** Beside those of the requests: the look at the key, and the proof. */
const OWN_STEPS = 2;

export const renewalPrepare = (parts: WorkerParts) =>
  verb<'renewal.prepare'>(({ claims, ...password }, context) =>
    onToken(parts, namedBy(claims.serial), async (token) => {
      const { pairs = [], certificates = [] } = claims.terms;
      const step = stepsOf(context, requestSteps(pairs) + OWN_STEPS);
      step('checking');
      const all = tokenCertificates(token.session);
      const old = certificates.map(
        (wanted) => all.find(({ fingerprint }) => fingerprint === wanted) ?? refuse('CERTIFICATE_NOT_FOUND'),
      );
      const prover = proverOf(old);
      const form = usualForm(
        algorithmOf(prover.publicKey) ?? refuse('CERTIFICATE_NOT_FOUND', { support: 'algorithm' }),
      );
      needCapabilities(token.session, { generates: pairs.map(({ algorithm }) => algorithm), signs: [form] });
      token.signIn(password);
      const key = privateKeyOf(token.session, prover) ?? refuse('CERTIFICATE_NOT_FOUND', { support: 'no private key' });
      const requests = await orderRequests(token, { order: claims.order, pairs, subject: prover.subject }, step);
      step('signing');
      token.sameKey();
      const proof = await createSignedData({
        signer: tokenSigner(token.session, { form, key, publicKey: prover.publicKey }),
        certificate: prover.der,
        chain: chainOf(prover, all),
        over: { content: Buffer.concat(requests.map(({ request }) => request)) },
        time: new Date(parts.clock.now()),
      });
      return {
        requests: requests.map(({ request, ...said }) => ({ ...said, request: base64(request) })),
        proof: base64(proof),
      };
    }),
  );

/** The old certificate that signs; an encryption certificate alone has to do it itself. */
function proverOf(old: readonly TokenCertificate[]): TokenCertificate {
  return old.find(({ uses }) => uses.includes('sign')) ?? old[0] ?? refuse('CERTIFICATE_NOT_FOUND');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
