import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { keyOperations } from '@certbridge/shared/contract/key-operations.ts';
import { type Operation, operation } from '@certbridge/shared/contract/operation.ts';
import { publicError } from '@certbridge/shared/contract/result.ts';
import { workOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import { keyDetails, keyId, keySummary } from '@certbridge/shared/domain/key.ts';
import * as z from 'zod/mini';
import { unlockOperation } from '../unlock/worker-operation.ts';

const nothing = z.strictObject({});

/** One driver's keys at one moment, and what is wrong with it, if anything. */
export const driverView = z.strictObject({
  keys: z.array(keySummary).check(z.maxLength(64)),
  fault: z.optional(publicError),
});

type OrderedShape = z.core.$ZodLooseShape & { readonly workOrder: z.ZodMiniType };

/** A verb as the worker has it: the host checked the order at its door, and hands on what it says. */
function ordered<
  Shape extends OrderedShape,
  Output extends z.ZodMiniType,
  Event extends z.ZodMiniType,
  Errors extends ErrorCode,
>(verb: Operation<z.ZodMiniObject<Shape>, Output, Event, Errors>) {
  const { workOrder: _checked, ...rest } = verb.input.shape;
  const input = z.strictObject({ ...(rest as Omit<Shape, 'workOrder'>), claims: workOrderClaims });
  return { ...verb, input };
}

const signing = ordered(keyOperations['application.sign']);

/** host ↔ token worker. The worker shares its process with a stranger's driver, so its words are checked like anyone's. */
export const workerContract = {
  ping: operation({
    summary: 'Answers unless the driver holds the process up.',
    input: nothing,
    output: nothing,
    errors: [],
    timeLimitMs: 120_000,
    sizeLimitBytes: { request: 256, reply: 256 },
  }),
  'tokens.list': operation({
    summary: 'Looks once.',
    input: nothing,
    output: driverView,
    errors: [],
    timeLimitMs: 30_000,
    sizeLimitBytes: { request: 256, reply: 128 * 1024 },
  }),
  'tokens.watch': operation({
    summary: 'Looks again and again, and tells what it sees first and after each change, until cancelled.',
    input: nothing,
    output: nothing,
    event: driverView,
    errors: [],
    timeLimitMs: 'until-cancelled',
    sizeLimitBytes: { request: 256, reply: 128 * 1024 },
  }),
  'token.read': operation({
    summary: 'One token with its certificates.',
    input: z.strictObject({ keyId }),
    output: keyDetails,
    errors: ['KEY_NOT_FOUND', 'KEY_REMOVED', 'DRIVER_FAULT'],
    timeLimitMs: 20_000,
    sizeLimitBytes: { request: 1024, reply: 512 * 1024 },
  }),
  'token.find': operation({
    summary: 'How many tokens of this driver, blank ones among them, an order with this serial could mean.',
    input: z.strictObject({ serial: workOrderClaims.shape.serial }),
    output: z.strictObject({ found: z.int().check(z.nonnegative()), others: z.int().check(z.nonnegative()) }),
    errors: ['DRIVER_FAULT', 'MODULE_CRASHED', 'MODULE_NOT_RESPONDING'],
    timeLimitMs: 20_000,
    sizeLimitBytes: { request: 1024, reply: 256 },
  }),
  'tokens.stopWaiting': operation({
    summary:
      'Looks by itself from now on. If a thread already waits in the driver, which then must not be finalised, this worker does nothing more after its answer, and is to be ended.',
    input: nothing,
    output: z.strictObject({ inDriver: z.boolean() }),
    errors: [],
    timeLimitMs: 180_000,
    sizeLimitBytes: { request: 256, reply: 256 },
  }),
  'token.proceed': operation({
    summary: 'The use of this order outlives a power cut: what waits for that may go on.',
    input: z.strictObject({ jti: workOrderClaims.shape.jti }),
    output: nothing,
    errors: [],
    timeLimitMs: 20_000,
    sizeLimitBytes: { request: 512, reply: 256 },
  }),
  'pin.verify': keyOperations['pin.verify'],
  'pin.change': ordered(keyOperations['pin.change']),
  'application.sign': {
    ...signing,
    /** `onceKept`: gets ready at once, but the key signs only after `token.proceed`. */
    input: z.extend(signing.input, { onceKept: z.optional(z.literal(true)) }),
  },
  'renewal.state': keyOperations['renewal.state'],
  'renewal.prepare': ordered(keyOperations['renewal.prepare']),
  'renewal.install': ordered(keyOperations['renewal.install']),
  'renewal.retire': ordered(keyOperations['renewal.retire']),
  'unlock.complete': unlockOperation,
  'making.initialise': ordered(keyOperations['making.initialise']),
  'making.prepare': ordered(keyOperations['making.prepare']),
  'making.install': ordered(keyOperations['making.install']),
  'decrypt.check': ordered(keyOperations['decrypt.check']),
  'key.identify': keyOperations['key.identify'],
} as const;

export type WorkerContract = typeof workerContract;
export type DriverView = z.infer<typeof driverView>;
