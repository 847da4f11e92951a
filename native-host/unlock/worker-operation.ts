import { keyOperations } from '@certbridge/shared/contract/key-operations.ts';
import { operation } from '@certbridge/shared/contract/operation.ts';
import { sealedSoPins } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { workOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import * as z from 'zod/mini';

const { newPin, birthday } = keyOperations['unlock.complete'].input.shape;

/** `unlock.complete` as the worker has it: behind the host's door, and with the seal opened. */
export const unlockOperation = operation({
  ...keyOperations['unlock.complete'],
  input: z.strictObject({
    claims: workOrderClaims,
    pins: sealedSoPins,
    newPin,
    birthday,
    /** Where the worker notes its tries, beside what else this host remembers. */
    notesDir: z.string().check(z.minLength(1), z.maxLength(1000)),
  }),
});
