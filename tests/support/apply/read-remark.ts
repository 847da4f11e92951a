import * as z from 'zod/mini';

const transfers = z.object({
  value: z.object({
    messages: z.array(z.object({ payee: z.object({ account: z.string() }), remark: z.string() })),
  }),
});

/** The six digits in the remark of the newest fen that came into this account, as the unit's bookkeeper reads it. */
export async function readRemark(sandboxUrl: string, account: string): Promise<string> {
  const reply = await fetch(new URL('bank/transfers.json', sandboxUrl));
  const { messages } = transfers.parse(await reply.json()).value;
  const remark = messages.find(({ payee }) => payee.account === account)?.remark ?? '';
  const code = /\d{6}/.exec(remark)?.[0];
  if (code === undefined) throw new Error('no fen with a code has come into the account');
  return code;
}
