import * as z from 'zod/mini';
import { operation } from '../contract/operation.ts';

const size = { request: 200, reply: 200 };

/** A small contract with one operation of each kind, for the tests of dispatcher and caller. */
export const counterContract = {
  add: operation({
    summary: 'Adds.',
    input: z.strictObject({ a: z.int(), b: z.int() }),
    output: z.strictObject({ sum: z.int() }),
    errors: ['KEY_NOT_FOUND'],
    timeLimitMs: 1000,
    sizeLimitBytes: size,
  }),
  echo: operation({
    summary: 'Says it again.',
    input: z.strictObject({ text: z.string() }),
    output: z.strictObject({ text: z.string() }),
    errors: [],
    timeLimitMs: 1000,
    sizeLimitBytes: { request: 10_000, reply: 200 },
  }),
  watch: operation({
    summary: 'Counts.',
    input: z.strictObject({}),
    output: z.strictObject({}),
    event: z.strictObject({ count: z.int() }),
    errors: [],
    timeLimitMs: 'until-cancelled',
    sizeLimitBytes: size,
  }),
} as const;

export type CounterContract = typeof counterContract;
