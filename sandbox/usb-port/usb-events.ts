import type { IncomingMessage } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { UsbPort } from './usb-port.ts';

/** After a lost connection the browser comes back by itself. */
const RETRY_MS = 1_000;

/** Server-sent events (HTML, 9.2): all keys at once, first as they are, then after each change. */
export function streamKeys(usb: UsbPort, connection: { asked: IncomingMessage; reply: FastifyReply }): void {
  const { asked, reply } = connection;
  reply.hijack();
  const stream = reply.raw;
  stream.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  stream.write(`retry: ${RETRY_MS}\n\n`);
  const send = (): void => void stream.write(`event: keys\ndata: ${JSON.stringify({ keys: usb.keys() })}\n\n`);
  const stop = usb.onChange(send);
  asked.once('close', stop);
  send();
}
