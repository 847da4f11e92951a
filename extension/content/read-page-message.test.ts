import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import { PAGE_MARK, pageContract } from '@certbridge/shared/contract/page.ts';
import { requestMessage } from '@certbridge/shared/contract/wire.ts';
import { BUSINESSES } from '@certbridge/shared/domain/business.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ID_LENGTH, MARK, MESSAGE_BYTES, readPageMessage } from './read-page-message.ts';

const OPERATIONS = Object.keys(pageContract) as (keyof typeof pageContract)[];
const request = (operation: string, input: unknown = {}, more: object = {}) => ({
  [MARK]: 1,
  type: 'request',
  id: 'a-1',
  operation,
  input,
  ...more,
});

describe('a request of the page', () => {
  it.each(OPERATIONS)('%s gets through', (operation) => {
    expect(readPageMessage(request(operation))).toEqual({ kind: 'request', request: { id: 'a-1', operation } });
  });

  it.each(BUSINESSES)('panel.open gets through with the business %s', (business) => {
    expect(readPageMessage(request('panel.open', { business }))).toEqual({
      kind: 'request',
      request: { id: 'a-1', operation: 'panel.open', business },
    });
  });
});

describe('what is refused by name', () => {
  it.each<[string, unknown, string]>([
    ['an unknown operation', request('keys.list'), 'OPERATION_UNKNOWN'],
    ['a name that every object has', request('constructor'), 'OPERATION_UNKNOWN'],
    ['a name of the prototype', request('__proto__'), 'OPERATION_UNKNOWN'],
    ['an operation that is no text', request(7 as never), 'OPERATION_UNKNOWN'],
    ['a key too many', request('hello', {}, { origin: 'https://trusted.example' }), 'MESSAGE_MALFORMED'],
    ['a symbol too many', request('hello', {}, { [Symbol('x')]: 1 }), 'MESSAGE_MALFORMED'],
    ['no input', { ...request('hello'), input: undefined }, 'INPUT_INVALID'],
    ['an input too many', request('hello', { a: 1 }), 'INPUT_INVALID'],
    ['an array as input', request('hello', []), 'INPUT_INVALID'],
    ['an unknown business', request('panel.open', { business: 'wipe' }), 'INPUT_INVALID'],
    ['a business of the prototype', request('panel.open', { business: 'toString' }), 'INPUT_INVALID'],
    ['a business in a list', request('panel.open', { business: ['renew'] }), 'INPUT_INVALID'],
    ['a business and more', request('panel.open', { business: 'renew', keyId: 'x' }), 'INPUT_INVALID'],
    ['a message too large', request('hello', { a: '字'.repeat(MESSAGE_BYTES / 2) }), 'MESSAGE_MALFORMED'],
    ['what JSON cannot say', request('hello', { a: 1n }), 'MESSAGE_MALFORMED'],
  ])('%s', (_, message, code) => {
    expect(readPageMessage(message)).toEqual({ kind: 'refused', id: 'a-1', code });
  });
});

describe('what is none of our business', () => {
  it.each<[string, unknown]>([
    ['text', 'hello'],
    ['nothing', null],
    ['another mark', { ...request('hello'), [MARK]: 2 }],
    ['no mark', { type: 'request', id: 'a', operation: 'hello', input: {} }],
    ['a reply, our own among them', { [MARK]: 1, type: 'reply', id: 'a', result: { ok: true, value: {} } }],
    ['a request that cannot be answered', { ...request('hello'), id: 'a b' }],
    ['an id without end', { ...request('hello'), id: 'a'.repeat(ID_LENGTH + 1) }],
    ['something of another class', Object.assign(new (class Foreign {})(), request('hello'))],
  ])('%s', (_, message) => {
    expect(readPageMessage(message)).toEqual({ kind: 'not-ours' });
  });
});

it('no payload gets through but one that the contract itself accepts', () => {
  const almost = fc.record(
    {
      [MARK]: fc.constantFrom<unknown>(1, 1, 1, '1', true, 0),
      type: fc.constantFrom('request', 'request', 'cancel', 'reply'),
      id: fc.oneof(fc.constantFrom('a', '1', 'x:y.z-1'), fc.string()),
      operation: fc.oneof(fc.constantFrom(...OPERATIONS), fc.string()),
      input: fc.oneof(
        fc.constant({}),
        fc.record({ business: fc.oneof(fc.constantFrom(...BUSINESSES), fc.jsonValue()) }, { noNullPrototype: true }),
        fc.jsonValue(),
      ),
      extra: fc.anything(),
    },
    { requiredKeys: [MARK, 'type', 'id', 'operation', 'input'], noNullPrototype: true },
  );
  let through = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: almost }, { weight: 1, arbitrary: fc.anything() }), (payload) => {
      const reading = readPageMessage(payload);
      const exact = acceptedByContract(payload);
      expect(reading.kind === 'request').toBe(exact);
      if (exact) through += 1;
    }),
    { numRuns: 5_000 },
  );
  expect(through).toBeGreaterThan(0);
});

function acceptedByContract(payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  const { [MARK]: mark, ...message } = payload as { [MARK]?: unknown };
  const read = requestMessage.safeParse(message);
  if (mark !== 1 || !read.success || !Object.hasOwn(message, 'input')) return false;
  const operation = OPERATIONS.find((name) => name === read.data.operation);
  return operation !== undefined && pageContract[operation].input.safeParse(read.data.input).success;
}

it('the mark and the limits, written by hand to keep the schema library out, are those of the contract', () => {
  expect(MARK).toBe(PAGE_MARK);
  expect(MESSAGE_BYTES).toBe(LIMITS.pageMessageBytes);
  expect(ID_LENGTH).toBe(LIMITS.requestIdLength);
});
