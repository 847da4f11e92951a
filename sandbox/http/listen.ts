import type { FastifyInstance } from 'fastify';
import { LOOPBACK, portError } from '../config/check-port.ts';

/** Starts to answer, on loopback only, and says on which port. */
export async function listen(server: FastifyInstance, port: number): Promise<number> {
  try {
    await server.listen({ port, host: LOOPBACK });
  } catch (error) {
    throw portError(port, error);
  }
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('listening, but on no TCP port');
  return address.port;
}
