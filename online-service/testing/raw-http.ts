import { connect } from 'node:net';

/** Sends bytes as they are and answers what comes back until the server closes. `hangUp`: ends our side after sending. */
export function rawHttp(url: string, bytes: string | Buffer, options: { hangUp?: boolean } = {}): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    socket.on('data', (chunk) => chunks.push(chunk));
    // A reset after a refusal is the server's right: what matters is what it said before.
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
    socket.write(bytes, () => {
      if (options.hangUp) socket.end();
    });
  });
}

/** The error code in a raw reply, and its status. */
export function readRaw(reply: string): { status: number; code: string | undefined } {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1]);
  return { status, code: /"code":"(\w+)"/.exec(reply)?.[1] };
}
