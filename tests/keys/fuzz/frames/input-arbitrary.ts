/** Inputs that an operation would take, made from its own schema: what is mutated later began as good. */
import fc from 'fast-check';
import * as z from 'zod/mini';

interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Shape[];
  readonly propertyNames?: Shape;
  readonly additionalProperties?: Shape | boolean;
}

/** Long ones are made on purpose, and seldom: see `odd-frames.ts`. */
const LONGEST = 48;
const LARGEST_NUMBER = 2 ** 53 - 1;

export function inputArbitrary(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  return ofShape(z.toJSONSchema(schema, { unrepresentable: 'any' }) as Shape);
}

function ofShape(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(ofShape));
  switch (shape.type) {
    case 'string':
      return ofString(shape);
    case 'integer':
      return fc.integer({
        min: Math.max(shape.minimum ?? 1, 0),
        max: Math.min(shape.maximum ?? LARGEST_NUMBER, LARGEST_NUMBER),
      });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return ofArray(shape);
    case 'object':
      return ofObject(shape);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function ofString({ pattern, minLength = 0, maxLength = LONGEST }: Shape): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  return fc.string({ minLength, maxLength: Math.min(maxLength, LONGEST), unit: 'binary' });
}

function ofArray({ items = {}, minItems = 0, maxItems = 3 }: Shape): fc.Arbitrary<unknown> {
  return fc.array(ofShape(items), { minLength: minItems, maxLength: maxItems });
}

function ofObject({
  properties = {},
  required = [],
  propertyNames,
  additionalProperties,
}: Shape): fc.Arbitrary<unknown> {
  if (propertyNames && typeof additionalProperties === 'object') {
    return fc.dictionary(ofShape(propertyNames) as fc.Arbitrary<string>, ofShape(additionalProperties), {
      maxKeys: 12,
    });
  }
  const members = Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, ofShape(shape)]));
  return fc.record(members, { requiredKeys: [...required] });
}
