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
  /** Each asks a provider. */
  codesOfOrder: { name: 'payment-code', burst: 20, intervalMs: 15_000 },
  paymentChecks: { name: 'payment-check', burst: 10, intervalMs: 6_000 },
  invoiceMails: { name: 'invoice-mail', burst: 5, intervalMs: 10 * MINUTE },
  /** Each asks the bank what became of a fen. */
  transfersOfOrder: { name: 'transfer-order', burst: 10, intervalMs: MINUTE },
  /** Each is a picture that is decoded and drawn again, or a page that takes one. */
  picturesOfOrder: { name: 'picture-order', burst: 120, intervalMs: 20_000 },
  linksOfOrder: { name: 'link-order', burst: 60, intervalMs: 10_000 },
  /** One link opens as often as somebody likes, and each time a paper is printed. */
  printsOfOrder: { name: 'print-order', burst: 60, intervalMs: 10_000 },
} as const satisfies Record<string, Limit>;
