/**
 * The part of `zod/mini` that the contract speaks, and no more. The build puts it in zod's place in the background: a
 * service worker is started over and over, and zod was more than half of what it had to load. The contract stays the
 * one declaration; a test reads every schema of it with zod and with this, and the two must never differ.
 */
import { type Check, type Reading, Schema, type Shape } from './schema.ts';

type Plain = { readonly [key: string]: unknown };

function simple(accepts: (value: unknown) => boolean, code = 'invalid_type'): Schema {
  return new Schema((value, reading) => {
    if (!accepts(value)) reading.refuse(code);
    return value;
  });
}

export const config = () => undefined;
export const string = () => simple((value) => typeof value === 'string');
export const number = () => simple(Number.isFinite);
export const int = () => simple(Number.isSafeInteger);
export const boolean = () => simple((value) => typeof value === 'boolean');
export const unknown = () => simple(() => true);

const INSTANT =
  /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
/** ISO 8601 in UTC; a leap day only in a leap year. */
export const iso = { datetime: () => string().check(regex(INSTANT)) };

export function literal(expected: unknown): Schema {
  const { read } = simple((value) => value === expected, 'invalid_value');
  return new Schema(read, { value: expected });
}

function oneOf(values: readonly string[]): Schema {
  return simple((value) => values.includes(value as string), 'invalid_value');
}

export { oneOf as enum };

export function optional(inner: Schema): Schema {
  const read: Schema['read'] = (value, reading) => (value === undefined ? value : inner.read(value, reading));
  return new Schema(read, { optional: true });
}

export function nullable(inner: Schema): Schema {
  return new Schema((value, reading) => (value === null ? value : inner.read(value, reading)));
}

export function array(element: Schema): Schema {
  return new Schema((value, reading) => {
    if (Array.isArray(value)) return value.map((item, index) => element.read(item, reading.at(index)));
    return reading.refuse('invalid_type');
  });
}

/** Takes what it knows and leaves the rest. */
export const object = (shape: Shape) => objectOf(shape, false);
/** A key too many is an error. */
export const strictObject = (shape: Shape) => objectOf(shape, true);

function objectOf(shape: Shape, strict: boolean): Schema {
  const read: Schema['read'] = (value, reading) => {
    if (!isObject(value)) return reading.refuse('invalid_type');
    if (strict && hasMoreThan(shape, value)) reading.refuse('unrecognized_keys');
    const output: Record<string, unknown> = {};
    for (const [key, schema] of Object.entries(shape)) {
      if (key in value) output[key] = schema.read(value[key], reading.at(key));
      else if (!schema.optional) reading.at(key).refuse('invalid_type');
    }
    return output;
  };
  return new Schema(read, { shape });
}

function hasMoreThan(shape: Shape, value: Plain): boolean {
  for (const key in value) if (!Object.hasOwn(shape, key)) return true;
  return false;
}

export function record(keySchema: Schema, valueSchema: Schema): Schema {
  return new Schema((value, reading) => {
    if (!isObject(value)) return reading.refuse('invalid_type');
    const output: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      // Assigned, it would not become a key but change the object.
      if (key === '__proto__') continue;
      if (!keySchema.safeParse(key).success) reading.at(key).refuse('invalid_key');
      output[key] = valueSchema.read(value[key], reading.at(key));
    }
    return output;
  });
}

export function union(options: readonly Schema[]): Schema {
  return new Schema((value, reading) => {
    for (const option of options) {
      const read = option.safeParse(value);
      if (read.success) return read.data;
    }
    return reading.refuse('invalid_union');
  });
}

export function discriminatedUnion(tag: string, options: readonly Schema[]): Schema {
  const byTag = new Map(options.map((option) => [option.shape?.[tag]?.value, option]));
  return new Schema((value, reading) => {
    if (!isObject(value)) return reading.refuse('invalid_type');
    const option = byTag.get(value[tag]);
    return option ? option.read(value, reading) : reading.at(tag).refuse('invalid_union');
  });
}

export const minLength = (limit: number) => rule<string | unknown[]>((value) => lengthOf(value) >= limit, 'too_small');
export const maxLength = (limit: number) => rule<string | unknown[]>((value) => lengthOf(value) <= limit, 'too_big');
export const gte = (limit: number) => rule<number>((value) => value >= limit, 'too_small');
export const lte = (limit: number) => rule<number>((value) => value <= limit, 'too_big');
export const positive = () => rule<number>((value) => value > 0, 'too_small');
export const nonnegative = () => gte(0);
export const regex = (pattern: RegExp) => rule<string>((value) => pattern.test(value), 'invalid_format');

function rule<Value>(holds: (value: Value) => boolean, code: string): Check {
  return (value: Value, reading: Reading) => {
    if (!holds(value)) reading.refuse(code);
  };
}

/** A character outside the basic plane counts once, as people count. */
function lengthOf(value: string | unknown[]): number {
  return typeof value === 'string' ? [...value].length : value.length;
}

function isObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
