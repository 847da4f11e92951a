import type { OnlineOperation } from '@certbridge/shared/contract/online.ts';
import { refuseGaps } from '@certbridge/shared/rpc/refuse-gaps.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { OperationHandler } from '../operation-handler.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { FindSession } from './asked-by.ts';
import { type AnyHandler, perform } from './perform.ts';
import { STATUS_OF } from './status-of.ts';

export type RoutedContract = { readonly [name: string]: OnlineOperation };
/** Complete by type, and checked once more at start. */
export type OperationHandlers<C extends RoutedContract> = { readonly [Name in keyof C]: OperationHandler<C[Name]> };

export interface Operations<C extends RoutedContract> {
  readonly contract: C;
  readonly handlers: OperationHandlers<C>;
  readonly findSession: FindSession;
  readonly log: Logger;
}

/** Every operation of the contract becomes a route; nothing is written by hand for one. */
export function addOperationRoutes<C extends RoutedContract>(app: FastifyInstance, operations: Operations<C>): void {
  const { contract, handlers, findSession, log } = operations;
  refuseGaps(contract, handlers);
  for (const [name, operation] of Object.entries(contract)) {
    const handler = handlers[name] as unknown as AnyHandler;
    const reportBadReply = (cause: Error) =>
      log.error({ operation: name, fault: safeFault(cause) }, 'a reply broke the contract');
    app.route({
      method: operation.route.method,
      url: routePattern(operation.route.path),
      bodyLimit: operation.sizeLimitBytes.request,
      handler: async (request, reply) =>
        answer(reply, await perform(request, { operation, handler, findSession, reportBadReply })),
    });
  }
}

/** `/v1/channels/{id}` as the router writes it: `/v1/channels/:id`. */
function routePattern(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

export function answer(reply: FastifyReply, result: Awaited<ReturnType<typeof perform>>): FastifyReply {
  return reply.code(result.ok ? 200 : STATUS_OF[result.error.code]).send(result);
}
