import * as z from 'zod/mini';

const transfers = z.object({
  value: z.object({
    messages: z.array(
      z.object({
        serial: z.int(),
        remark: z.string(),
        standing: z.enum(['credited', 'returned']),
        payee: z.object({ account: z.string() }),
      }),
    ),
  }),
});

/** The remarks of the fens that came into an account of the sandbox's bank, newest first. */
export async function remarksOf(sandboxUrl: string, account: string): Promise<string[]> {
  const reply = await fetch(new URL('bank/transfers.json', sandboxUrl));
  const { value } = transfers.parse(await reply.json());
  return value.messages
    .filter(({ payee, standing }) => payee.account === account && standing === 'credited')
    .map(({ remark }) => remark);
}
