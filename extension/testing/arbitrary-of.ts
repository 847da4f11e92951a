import fc, { type Arbitrary } from 'fast-check';

/** A zod schema, as far as it tells about itself. */
export interface ZodSchema {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
  readonly _zod: { readonly def: Definition };
}

interface Definition {
  readonly type: string;
  readonly shape?: { readonly [key: string]: ZodSchema };
  readonly innerType?: ZodSchema;
  readonly element?: ZodSchema;
  readonly options?: readonly ZodSchema[];
  readonly keyType?: ZodSchema;
  readonly valueType?: ZodSchema;
  readonly values?: readonly unknown[];
  readonly entries?: { readonly [key: string]: string };
  readonly pattern?: RegExp;
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly maximum?: number; readonly pattern?: RegExp } };
  }[];
}

/** Values for that schema: mostly right ones, and right ones in which something small was made wrong. */
export function arbitraryOf(schema: ZodSchema): Arbitrary<unknown> {
  const right = rightOf(schema);
  return fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 4, arbitrary: fc.tuple(right, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), junk).map(spoil) },
    { weight: 1, arbitrary: junk },
  );
}

const junk: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    'a'.repeat(201),
    '😀'.repeat(41),
    0,
    -1,
    1.5,
    Number.NaN,
    2 ** 53,
    true,
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    '2025-02-29T00:00:00Z',
    '2025-02-28T23:59:60Z',
    '2025-02-28T00:00:00+08:00',
    'http://a',
    'ftp://a',
  ),
  fc.jsonValue(),
);

const BY_TYPE: { readonly [type: string]: (definition: Definition) => Arbitrary<unknown> } = {
  string: stringOf,
  number: () =>
    fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 400 }) }, { weight: 1, arbitrary: fc.integer() }),
  boolean: () => fc.boolean(),
  unknown: () => fc.jsonValue(),
  literal: ({ values = [] }) => fc.constantFrom(...values),
  enum: ({ entries = {} }) => fc.constantFrom(...Object.values(entries)),
  optional: ({ innerType }) => fc.option(innerOf(innerType), { nil: undefined }),
  nullable: ({ innerType }) => fc.option(innerOf(innerType), { nil: null }),
  array: ({ element }) => fc.array(innerOf(element), { maxLength: 3 }),
  union: ({ options = [] }) => fc.oneof(...options.map(rightOf)),
  record: ({ keyType, valueType }) =>
    fc
      .array(fc.tuple(innerOf(keyType) as Arbitrary<string>, innerOf(valueType)), { maxLength: 3 })
      .map(Object.fromEntries),
  object: ({ shape = {} }) => objectOf(shape),
};

function rightOf(schema: ZodSchema): Arbitrary<unknown> {
  const { def } = schema._zod;
  const make = BY_TYPE[def.type];
  if (make === undefined)
    throw new Error(`the contract has a new kind of schema, "${def.type}": teach it to lean-zod too`);
  return make(def);
}

function innerOf(schema: ZodSchema | undefined): Arbitrary<unknown> {
  return schema ? rightOf(schema) : fc.constant(undefined);
}

function stringOf({ pattern, checks = [] }: Definition): Arbitrary<string> {
  const patterns = [pattern, ...checks.map((check) => check._zod.def.pattern)].filter((found) => found !== undefined);
  const [first] = patterns;
  if (first) return fc.stringMatching(first);
  const maximum = checks.map((check) => check._zod.def.maximum).find((found) => found !== undefined) ?? 20;
  return fc.oneof(
    { weight: 6, arbitrary: fc.string({ maxLength: Math.min(maximum, 20), unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constantFrom('字'.repeat(maximum), '😀'.repeat(maximum), '字'.repeat(maximum + 1)) },
  );
}

function objectOf(shape: { readonly [key: string]: ZodSchema }): Arbitrary<object> {
  const optional = Object.keys(shape).filter((key) => shape[key]?._zod.def.type === 'optional');
  const requiredKeys = Object.keys(shape).filter((key) => !optional.includes(key));
  const model = Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, rightOf(schema)]));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

/** Follows the way into the value, and at its end takes something away, adds something or puts junk there. */
function spoil([value, way, junkValue]: [unknown, readonly number[], unknown]): unknown {
  const [step = 0, ...rest] = way;
  if (typeof value !== 'object' || value === null || rest.length === 0) return junkValue;
  const keys = Object.keys(value);
  const key = keys[step % (keys.length + 1)];
  const copy: Record<string, unknown> = Array.isArray(value)
    ? (Object.assign([], value) as unknown as Record<string, unknown>)
    : { ...value };
  if (key === undefined) copy[Array.isArray(value) ? keys.length : 'smuggled'] = junkValue;
  else if (rest.length === 1 && !Array.isArray(value)) delete copy[key];
  else copy[key] = spoil([copy[key], rest, junkValue]);
  return copy;
}
