import { namedBy, onToken } from '../on-token.ts';
import { installCertificates, installReceipt, installSteps, readyToInstall } from '../order/install-certificates.ts';
import { writePaper } from '../order/papers.ts';
import { stepsOf } from '../steps.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

/** Beside those of the certificates: the look, the seal and the receipt. */
const OWN_STEPS = 3;

/**
 * What making noted for itself stays: the whole order can be asked for again, and custody's copy is sealed to the
 * service. Some tokens (OpenSC's) delete a data object in two steps, and what is left between them never goes away.
 */
export const makingInstall = (parts: WorkerParts) =>
  verb<'making.install'>(({ claims, certificates, sealImage, ...password }, context) =>
    onToken(parts, namedBy(claims.serial), async (token) => {
      const { order } = claims;
      const step = stepsOf(context, installSteps(certificates) + OWN_STEPS);
      step('checking');
      token.signIn(password);
      const ready = readyToInstall(token, order, certificates);
      // First what a token may not be able to keep: then nothing stands half-way.
      step('writing');
      if (sealImage !== undefined) writePaper(token, { order, paper: 'seal' }, Buffer.from(sealImage, 'base64'));
      installCertificates(token, { order, ready }, step);
      step('signing');
      const time = new Date(parts.clock.now());
      const receipt = await installReceipt(token, { verb: 'making.install', order, ready, time });
      return { receipt: Buffer.from(receipt).toString('base64') };
    }),
  );
