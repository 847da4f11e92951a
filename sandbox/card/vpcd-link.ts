import { connect, type Socket } from 'node:net';

/** Answer to reset of a SmartCard-HSM, by which OpenSC knows it (card-sc-hsm.c, sc_hsm_atrs). */
const ATR = Buffer.from('3bfe1800008131fe458031815448534d31738021408107fa', 'hex');

/** Messages of one byte (vsmartcard, vpcd.h); anything longer is an APDU. */
const CONTROL = { off: 0, on: 1, reset: 2, atr: 4 } as const;

export interface VpcdHandlers {
  /** Power came, went or was cut short: the session is over. */
  reset(poweredOn: boolean): void;
  /** null: no answer any more, the card has been pulled meanwhile. */
  transmit(apdu: Buffer): Promise<Buffer | null>;
}

export interface VpcdLink {
  /** Settles when the reader has gone, or `close` was called. */
  readonly closed: Promise<void>;
  close(): void;
}

/** Puts the card into a reader: vpcd listens, the card connects, and the connection is its presence. */
export async function connectToReader(port: number, handlers: VpcdHandlers): Promise<VpcdLink> {
  const socket = await opened(port);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => socket.destroy());
  void pump(socket, handlers);
  return { closed, close: () => socket.destroy() };
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** One message after the other, as on a wire: the reader waits for an answer before it sends again. */
async function pump(socket: Socket, handlers: VpcdHandlers): Promise<void> {
  try {
    for await (const message of messages(socket)) {
      const answer = message.length === 1 ? control(message.readUInt8(0), handlers) : await handlers.transmit(message);
      if (answer) socket.write(Buffer.concat([lengthOf(answer), answer]));
    }
  } finally {
    socket.destroy();
  }
}

async function* messages(socket: Socket): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of socket) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
      const end = 2 + held.readUInt16BE(0);
      yield held.subarray(2, end);
      held = held.subarray(end);
    }
  }
}

function control(code: number, handlers: VpcdHandlers): Buffer | null {
  if (code === CONTROL.atr) return ATR;
  if (code === CONTROL.on || code === CONTROL.off || code === CONTROL.reset) handlers.reset(code === CONTROL.on);
  return null;
}

function lengthOf(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return length;
}
