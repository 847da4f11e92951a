import * as z from 'zod/mini';

const count = z.int().check(z.nonnegative());

/** What the card process tells its owner, one JSON object a line. */
export const cardEvent = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('plugged') }),
  z.strictObject({ event: z.literal('powered') }),
  z.strictObject({ event: z.literal('apdus'), count }),
  z.strictObject({ event: z.literal('done'), line: z.string() }),
  z.strictObject({ event: z.literal('refused'), line: z.string() }),
  z.strictObject({ event: z.literal('dropped'), count }),
]);
export type CardEvent = z.output<typeof cardEvent>;
