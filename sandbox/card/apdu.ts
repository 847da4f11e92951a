/** One command as ISO 7816-4 (5.2) frames it, short or extended. */
export interface Command {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Buffer;
  /** How many bytes are wanted back; 0 when the command asks for none. */
  readonly le: number;
}

/** Status words of ISO 7816-4 (5.6) that this card uses. */
export const SW = {
  ok: 0x9000,
  endOfFile: 0x6282,
  wrongLength: 0x6700,
  notAuthenticated: 0x6982,
  blocked: 0x6983,
  notUsable: 0x6984,
  conditionsNotMet: 0x6985,
  noCurrentFile: 0x6986,
  wrongData: 0x6a80,
  fileNotFound: 0x6a82,
  noMemory: 0x6a84,
  wrongParameters: 0x6a86,
  objectNotFound: 0x6a88,
  unknownInstruction: 0x6d00,
  unknownClass: 0x6e00,
  cardFault: 0x6f00,
} as const;

/** Thrown by an instruction to answer with nothing but a status word. */
export class CardRefusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`card refuses with ${status.toString(16)}`);
    this.status = status;
  }
}

/** 63Cx: wrong reference data, x tries are left. */
export const triesLeft = (count: number): number => 0x63c0 | Math.min(count, 0x0f);

export const reply = (status: number, data: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([data, Buffer.from([status >> 8, status & 0xff])]);

export function parseCommand(bytes: Buffer): Command {
  if (bytes.length < 4) throw new CardRefusal(SW.wrongLength);
  const head = { cla: bytes.readUInt8(0), ins: bytes.readUInt8(1), p1: bytes.readUInt8(2), p2: bytes.readUInt8(3) };
  return { ...head, ...parseBody(bytes.subarray(4)) };
}

function parseBody(body: Buffer): { data: Buffer; le: number } {
  const none = Buffer.alloc(0);
  if (body.length === 0) return { data: none, le: 0 };
  const extended = body.length >= 3 && body.readUInt8(0) === 0;
  const width = extended ? 2 : 1;
  const numbers = extended ? body.subarray(1) : body;
  const first = numbers.readUIntBE(0, width);
  if (numbers.length === width) return { data: none, le: wanted(first, extended) };
  const rest = numbers.subarray(width);
  if (rest.length === first) return { data: rest, le: 0 };
  if (rest.length !== first + width) throw new CardRefusal(SW.wrongLength);
  return { data: rest.subarray(0, first), le: wanted(rest.readUIntBE(first, width), extended) };
}

/** Le coded as zero asks for the maximum. */
function wanted(coded: number, extended: boolean): number {
  if (coded !== 0) return coded;
  return extended ? 0x10000 : 0x100;
}
