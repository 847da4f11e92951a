import type { FastifyInstance } from 'fastify';

/** Takes no new requests and finishes the open ones; those that are still open after that time are cut off. */
export async function finishAndClose(app: FastifyInstance, withinMs: number): Promise<'finished' | 'cut-off'> {
  let outcome: 'finished' | 'cut-off' = 'finished';
  const late = setTimeout(() => {
    outcome = 'cut-off';
    app.server.closeAllConnections();
  }, withinMs);
  await app.close();
  clearTimeout(late);
  return outcome;
}
