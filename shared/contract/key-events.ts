import * as z from 'zod/mini';
import { keyId, keySummary } from '../domain/key.ts';
import { publicError } from './result.ts';

/** A driver that is not well. It costs its own keys, never the others. */
export const moduleTrouble = z.strictObject({
  module: z.strictObject({ id: z.string().check(z.maxLength(40)), name: z.string().check(z.maxLength(80)) }),
  error: publicError,
});

export const keyList = z.strictObject({
  keys: z.array(keySummary).check(z.maxLength(64)),
  troubles: z.array(moduleTrouble).check(z.maxLength(32)),
});

/** A watch begins with the whole list, so that nothing can happen between a list and a watch. */
export const keyEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('list'), list: keyList }),
  z.strictObject({ type: z.literal('inserted'), key: keySummary }),
  z.strictObject({ type: z.literal('changed'), key: keySummary }),
  z.strictObject({ type: z.literal('removed'), keyId }),
  z.strictObject({ type: z.literal('trouble'), trouble: moduleTrouble }),
  z.strictObject({ type: z.literal('recovered'), moduleId: z.string().check(z.maxLength(40)) }),
]);

export type ModuleTrouble = z.infer<typeof moduleTrouble>;
export type KeyList = z.infer<typeof keyList>;
export type KeyEvent = z.infer<typeof keyEvent>;
