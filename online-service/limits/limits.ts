import type { Limit } from './limit.ts';

const MINUTE = 60_000;

/** GCRA, held in the database so that they count across processes. Each is far above what one counter's customer needs. */
export const LIMITS_OF = {
  /** Codes to one phone or mailbox: nobody is flooded through us. */
  codesToRecipient: { name: 'code-recipient', burst: 5, intervalMs: 12 * MINUTE },
  codesFromAddress: { name: 'code-address', burst: 30, intervalMs: MINUTE },
  codesOfChannel: { name: 'code-channel', burst: 2_000, intervalMs: 5, parts: 40 },
  ordersFromAddress: { name: 'order-address', burst: 60, intervalMs: 10_000 },
  captchasFromAddress: { name: 'captcha-address', burst: 60, intervalMs: 2_000 },
  queriesFromAddress: { name: 'query-address', burst: 20, intervalMs: MINUTE },
  /** Tries at codes that may belong to nobody. */
  verificationsFromAddress: { name: 'verify-address', burst: 30, intervalMs: 20_000 },
  /** A question to bureau or bank costs money. */
  checksFromAddress: { name: 'check-address', burst: 60, intervalMs: 30_000 },
} as const satisfies Record<string, Limit>;
