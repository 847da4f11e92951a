import * as z from 'zod/mini';

const messages = z.object({
  value: z.object({ messages: z.array(z.object({ serial: z.int(), text: z.string() })) }),
});

/** Six digits by themselves: an order's number begins with six as well. */
const CODE = /(?<![\d-])\d{6}(?![\d-])/;
const PATIENCE = 3;

/** Somebody who looks at the sandbox's phones. */
export interface PhoneReader {
  /** The six digits of the next text message to this number that was not read yet; waits for it. */
  readCode(number: string): Promise<string>;
}

/** What came before this moment is not new: open it before what makes the service send. */
export async function openPhones(sandboxUrl: string): Promise<PhoneReader> {
  const ask = async (path: string) => {
    const reply = await fetch(new URL(path, sandboxUrl));
    return messages.parse(await reply.json()).value.messages;
  };
  const [newest] = await ask('phones.json');
  const before = newest?.serial ?? 0;
  const read = new Map<string, number>();
  return {
    async readCode(number) {
      // The sandbox answers as soon as there is something, or after a while without; on a busy machine it may come later.
      for (let asked = 0; asked < PATIENCE; asked += 1) {
        const fresh = await ask(`phones/${number}.json?after=${read.get(number) ?? before}`);
        // Oldest first; what has no code in it is read, too.
        for (const { serial, text } of fresh.toReversed()) {
          read.set(number, serial);
          const code = CODE.exec(text)?.[0];
          if (code !== undefined) return code;
        }
      }
      throw new Error('no text message with a code has come');
    },
  };
}
