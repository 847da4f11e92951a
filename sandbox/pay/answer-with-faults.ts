import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FaultPanel } from './fault-panel.ts';

const BREAKS_AFTER_MS = 50;

/** A gateway's routes answer as its panel says. Only `down` keeps from the work itself. */
export function answerWithFaults(gateway: FastifyInstance, faults: FaultPanel): void {
  gateway.addHook('onRequest', async (asked, reply) => {
    if (faults.answers !== 'down') return;
    reply.hijack();
    asked.raw.socket.destroy();
  });
  gateway.addHook('onSend', async (_asked, reply, payload) => {
    const { answers } = faults;
    switch (answers) {
      case 'slow':
        await faults.waitLong();
        return payload;
      case 'failing':
        return failing(reply);
      case 'half':
        return half(reply, payload);
      case 'down':
      case 'here':
        return payload;
      default:
        return answers satisfies never;
    }
  });
}

/** What stands before the provider speaks no JSON. */
function failing(reply: FastifyReply): string {
  reply.code(502).type('text/html; charset=utf-8').removeHeader('content-length');
  return '<html><body><h1>502 Bad Gateway</h1></body></html>';
}

/** Its length promises the whole, and then the line breaks. */
function half(reply: FastifyReply, payload: unknown): Readable {
  const whole = Buffer.from(typeof payload === 'string' || payload instanceof Uint8Array ? payload : '');
  reply.header('content-length', whole.length);
  return Readable.from(breakingOff(whole.subarray(0, Math.floor(whole.length / 2))));
}

async function* breakingOff(part: Uint8Array): AsyncGenerator<Uint8Array> {
  yield part;
  // Until it has left: an error at once would be answered by an error.
  await pause(BREAKS_AFTER_MS);
  throw new Error('the line breaks');
}
