import { namedBy, onToken } from '../on-token.ts';
import { installCertificates, installReceipt, installSteps, readyToInstall } from '../order/install-certificates.ts';
import { stepsOf } from '../steps.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

/** Beside those of the certificates: the look at what is to be written, and the receipt. */
const OWN_STEPS = 2;

export const renewalInstall = (parts: WorkerParts) =>
  verb<'renewal.install'>(({ claims, certificates, ...password }, context) =>
    onToken(parts, namedBy(claims.serial), async (token) => {
      const { order } = claims;
      const step = stepsOf(context, installSteps(certificates) + OWN_STEPS);
      step('checking');
      token.signIn(password);
      const ready = readyToInstall(token, order, certificates);
      installCertificates(token, { order, ready }, step);
      step('signing');
      const time = new Date(parts.clock.now());
      const receipt = await installReceipt(token, { verb: 'renewal.install', order, ready, time });
      return { receipt: Buffer.from(receipt).toString('base64') };
    }),
  );
