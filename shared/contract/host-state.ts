import * as z from 'zod/mini';
import { publicError } from './result.ts';

/** How the extension stands with the host on this computer. */
export const hostState = z.discriminatedUnion('state', [
  /** Nobody has needed the host yet, or nobody does any more. */
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('connecting') }),
  z.strictObject({
    state: z.literal('connected'),
    version: z.string().check(z.maxLength(40)),
    capabilities: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(64)),
  }),
  /** It went away; the extension connects again by itself. */
  z.strictObject({ state: z.literal('reconnecting'), error: publicError, attempt: z.int().check(z.positive()) }),
  /** Only a person can help: it is not installed, too old, or not allowed. The extension keeps looking, slowly. */
  z.strictObject({ state: z.literal('unavailable'), error: publicError }),
]);

export type HostState = z.infer<typeof hostState>;
