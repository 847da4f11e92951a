import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { arbitraryOf, type ZodSchema } from '../../testing/arbitrary-of.ts';
import * as lean from './lean-zod.ts';
import { Schema } from './schema.ts';

interface Named {
  readonly name: string;
  readonly schema: unknown;
}

/** Every schema that the background reads or writes with. */
async function schemas(): Promise<Named[]> {
  const { panelContract } = await import('@certbridge/shared/contract/panel.ts');
  const { nativeContract } = await import('@certbridge/shared/contract/native.ts');
  const { toClient, toServer } = await import('@certbridge/shared/contract/wire.ts');
  const operations = Object.entries({ ...prefixed('panel', panelContract), ...prefixed('native', nativeContract) });
  return [
    { name: 'toClient', schema: toClient },
    { name: 'toServer', schema: toServer },
    ...operations.flatMap(([name, { input, output, event }]) => [
      { name: `${name} input`, schema: input },
      { name: `${name} output`, schema: output },
      ...(event ? [{ name: `${name} event`, schema: event }] : []),
    ]),
  ];
}

interface Declared {
  readonly input: unknown;
  readonly output: unknown;
  readonly event?: unknown;
}

function prefixed(boundary: string, contract: { readonly [name: string]: Declared }): { [name: string]: Declared } {
  return Object.fromEntries(Object.entries(contract).map(([name, declared]) => [`${boundary} ${name}`, declared]));
}

const byZod = await schemas();
const zod = await import('zod/mini');
vi.resetModules();
vi.doMock('zod/mini', () => lean);
const byLean = await schemas();
vi.doUnmock('zod/mini');

const pairs = byZod.map(({ name, schema }, index) => ({
  name,
  zod: schema as ZodSchema,
  lean: byLean[index]?.schema as Schema,
}));

describe.each(pairs)('$name', ({ zod: expectedReader, lean: reader }) => {
  test('is read by the background exactly as zod reads it', () => {
    expect(reader).toBeInstanceOf(Schema);
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(arbitraryOf(expectedReader), (value) => {
        const expected = expectedReader.safeParse(value);
        const read = reader.safeParse(value);
        expect(read.success).toBe(expected.success);
        if (expected.success) accepted += 1;
        else refused += 1;
        if (read.success) expect(read.data).toStrictEqual(expected.data);
        else expect(read.error.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});

const EDGES: readonly unknown[] = [
  ...['', 'a', 'ab', 'abc', '字', '😀', '😀😀', '😀😀😀', '\ud83d', 'e\u0301'],
  ...[0, -0, 1, -1, 0.5, 2, 3, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e300, Number.NaN, Number.POSITIVE_INFINITY],
  ...[
    '2024-02-29',
    '2025-02-29',
    '2000-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-12-31',
    '2025-13-01',
    '2025-00-10',
  ].map((day) => `${day}T00:00:00Z`),
  ...[
    '24:00:00Z',
    '23:59:60Z',
    '23:59Z',
    '23:59:59.Z',
    '23:59:59.123456789Z',
    '23:59:59z',
    '23:59:59+00:00',
    '23:59:59',
  ].map((time) => `2025-11-21T${time}`),
  ...[
    null,
    undefined,
    true,
    false,
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'b', 'c'],
    [undefined],
    {},
    { a: 1 },
    { a: undefined },
  ],
];

/** The same schema, made by zod and by the lean reader: `make` is given either. */
describe.each<[string, (z: typeof zod) => unknown]>([
  ['string', (z) => z.string()],
  ['string of at least two', (z) => z.string().check(z.minLength(2))],
  ['string of at most two', (z) => z.string().check(z.maxLength(2))],
  ['string by pattern', (z) => z.string().check(z.regex(/^a?b/))],
  ['array of at most two', (z) => z.array(z.unknown()).check(z.maxLength(2))],
  ['array of at least two', (z) => z.array(z.string()).check(z.minLength(2))],
  ['number', (z) => z.number()],
  ['integer', (z) => z.int()],
  ['positive', (z) => z.int().check(z.positive())],
  ['nonnegative', (z) => z.number().check(z.nonnegative())],
  ['between', (z) => z.number().check(z.gte(-1), z.lte(2))],
  ['boolean', (z) => z.boolean()],
  ['instant', (z) => z.iso.datetime()],
  ['literal', (z) => z.literal('ab')],
  ['enum', (z) => z.enum(['a', 'ab'])],
  ['optional', (z) => z.optional(z.string())],
  ['nullable', (z) => z.nullable(z.string())],
  ['object', (z) => z.object({ a: z.unknown() })],
  ['object with an optional key', (z) => z.strictObject({ a: z.optional(z.number()) })],
  ['record', (z) => z.record(z.string(), z.number())],
  ['union', (z) => z.union([z.number(), z.string().check(z.maxLength(1))])],
])('%s', (_, make) => {
  test('has the same edges as in zod', () => {
    const [expected, actual] = [make(zod) as ZodSchema, make(lean as unknown as typeof zod) as Schema];
    for (const edge of EDGES) {
      const read = actual.safeParse(edge);
      expect([edge, read.success]).toEqual([edge, expected.safeParse(edge).success]);
      if (read.success) expect(read.data).toStrictEqual(expected.safeParse(edge).data);
    }
  });
});

describe('what a message must never smuggle in', () => {
  const reader = lean.strictObject({ a: lean.record(lean.string(), lean.number()) });
  test.each([
    ['a key too many', '{"a":{},"b":1}'],
    ['a prototype as a key', '{"a":{},"__proto__":{"admin":true}}'],
    ['a value of the wrong type', '{"a":{"x":"1"}}'],
    ['nothing', 'null'],
    ['an array', '[]'],
  ])('%s', (_, json) => {
    expect(reader.safeParse(JSON.parse(json)).success).toBe(false);
  });

  test('a prototype inside a record changes no object', () => {
    const read = reader.safeParse(JSON.parse('{"a":{"__proto__":1,"x":2}}'));
    expect(read).toStrictEqual({ success: true, data: { a: { x: 2 } } });
  });
});

test('an issue names the path and the rule, not the value', () => {
  const reader = lean.strictObject({ list: lean.array(lean.strictObject({ name: lean.string() })) });
  const read = reader.safeParse({ list: [{ name: 'a' }, { name: 7 }] });
  expect(read).toStrictEqual({
    success: false,
    error: { issues: [{ code: 'invalid_type', path: ['list', 1, 'name'] }] },
  });
});
