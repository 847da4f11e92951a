import * as z from 'zod/mini';

const envelope = z.object({
  value: z.optional(z.unknown()),
  error: z.optional(z.object({ code: z.string() })),
});

export interface Asked {
  readonly status: number;
  readonly code: string | undefined;
  readonly value: unknown;
}

/** One operation over HTTP, as a client sees its reply. */
export async function ask(address: string): Promise<Asked> {
  return readReply(await fetch(address));
}

export async function readReply(reply: Response): Promise<Asked> {
  const { value, error } = envelope.parse(await reply.json());
  return { status: reply.status, code: error?.code, value };
}
