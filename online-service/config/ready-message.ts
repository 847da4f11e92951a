import * as z from 'zod/mini';

/** What the service tells the process that started it, once it answers. */
export const serviceReady = z.strictObject({ type: z.literal('ready'), url: z.url() });
export type ServiceReady = z.output<typeof serviceReady>;
