import { channelId } from '@certbridge/shared/domain/channel-id.ts';
import { formFields } from '@certbridge/shared/domain/form/field-names.ts';
import * as z from 'zod/mini';

/** What this computer keeps of an application that is not filled in yet, or not paid. It is personal, and never kept in the clear. */
export const localDraft = z.strictObject({
  /** Milliseconds of the clock. */
  begunAt: z.int(),
  savedAt: z.int(),
  channelId,
  business: z.enum(['new-unit', 'new-person']),
  page: z.enum(['unit', 'operator', 'product', 'send']),
  /** As typed. */
  fields: formFields,
  /** Present once the order lives at the service; its token only where it opens nothing else. */
  order: z.optional(z.strictObject({ id: z.uuid(), number: z.string(), token: z.optional(z.string()) })),
  /** It is filled in and signed: kept is only which order it is, so that a closed browser finds its way back to pay. */
  awaits: z.optional(z.literal('payment')),
});
export type LocalDraft = z.infer<typeof localDraft>;
