import { namedBy, onToken } from '../on-token.ts';
import { needCapabilities } from '../order/capabilities-needed.ts';
import { orderRequests, requestSteps } from '../order/order-requests.ts';
import { stepsOf } from '../steps.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

/** The holder's name is the service's matter: a new key has no certificate that tells it. */
export const makingPrepare = (parts: WorkerParts) =>
  verb<'making.prepare'>(({ claims, ...password }, context) =>
    onToken(parts, namedBy(claims.serial), async (token) => {
      const { pairs = [] } = claims.terms;
      const step = stepsOf(context, requestSteps(pairs) + 1);
      step('checking');
      needCapabilities(token.session, { generates: pairs.map(({ algorithm }) => algorithm) });
      token.signIn(password);
      const requests = await orderRequests(token, { order: claims.order, pairs }, step);
      return {
        requests: requests.map(({ request, ...said }) => ({
          ...said,
          request: Buffer.from(request).toString('base64'),
        })),
      };
    }),
  );
