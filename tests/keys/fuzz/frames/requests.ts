import fc from 'fast-check';
import type * as z from 'zod/mini';
import { hostContract } from '../../../../native-host/host-contract.ts';
import { inputArbitrary } from './input-arbitrary.ts';

export interface Situation {
  /** For the request of this frame. */
  readonly id: string;
  /** Of the frame that many before this one, open or not. */
  earlier(many: number): string;
  /** Of the key that is plugged. */
  readonly keyId: string;
}

/** The payload behind its length. */
export type Frame = (situation: Situation) => Uint8Array;

export interface Asked {
  readonly operation: string;
  readonly input: unknown;
  readonly waitMs?: number | undefined;
}

const WAITS_MS = [undefined, undefined, undefined, 1, 50, 5_000, 2 ** 31, 2 ** 53 - 1];
const utf8 = new TextEncoder();

export const bytesOf = (message: unknown): Uint8Array => utf8.encode(JSON.stringify(message));

/** Requests as the contract has them. No password meets a key that is there: a wrong one would rightly cost a try. */
export const asked: fc.Arbitrary<Asked> = fc.oneof(
  ...Object.entries(hostContract).map(([operation, { input }]) =>
    fc.record({
      operation: fc.constant(operation),
      input: inputArbitrary(input as z.ZodMiniType),
      waitMs: fc.constantFrom(...WAITS_MS),
    }),
  ),
);

export const request = (id: string, { operation, input, waitMs }: Asked) => ({
  type: 'request',
  id,
  operation,
  input,
  ...(waitMs === undefined ? {} : { waitMs }),
});
