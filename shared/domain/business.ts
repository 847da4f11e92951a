import * as z from 'zod/mini';

/** The businesses of the counter, in the order in which the panel's home shows them. */
export const BUSINESSES = ['new-unit', 'new-person', 'renew', 'unlock', 'change', 'reissue', 'revoke'] as const;

export const businessName = z.enum(BUSINESSES);
export type BusinessName = z.infer<typeof businessName>;
