import fc from 'fast-check';

/** What a careless reader trips over: emptiness, extremes, names that JavaScript takes for its own, half a character. */
const POISONS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '💥',
  '\u202e证书',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'x'.repeat(65),
  'x'.repeat(3_000),
  [],
  [[]],
  {},
  { type: 'request' },
  { toString: null },
  Array.from({ length: 300 }, () => 0),
];

export interface Mutation {
  /** Which of the places in the value, as a part of their number. */
  readonly place: number;
  readonly how: 'replace' | 'drop' | 'add' | 'rename' | 'double' | 'wrap';
  readonly name: string;
  readonly poison: unknown;
}

const NAMES = ['', 'extra', '__proto__', 'constructor', 'toJSON', 'length', 'type', 'id', 'workOrder', '证书'];

export const share: fc.Arbitrary<number> = fc.double({ min: 0, max: 0.999_999, noNaN: true });

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  place: share,
  how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add', 'rename', 'double', 'wrap'),
  name: fc.constantFrom(...NAMES),
  poison: fc.oneof(fc.constantFrom(...POISONS), fc.jsonValue({ maxDepth: 2 })),
});

type Container = Record<string, unknown> | unknown[];
interface Place {
  readonly container: Container;
  readonly key: string;
}

/** The same value with one thing wrong. The value given is left as it is. */
export function mutate(value: unknown, mutation: Mutation): unknown {
  const root = { value: structuredClone(value) };
  const places = placesIn(root);
  const place = places[Math.floor(mutation.place * places.length)];
  if (place) apply(place, mutation);
  return root.value ?? null;
}

function apply({ container, key }: Place, { how, name, poison }: Mutation): void {
  const whole = container as Record<string, unknown>;
  const old = whole[key];
  switch (how) {
    case 'replace':
      set(whole, key, poison);
      return;
    case 'drop':
      delete whole[key];
      return;
    case 'add':
      set(isContainer(old) ? (old as Record<string, unknown>) : whole, name, poison);
      return;
    case 'rename':
      delete whole[key];
      set(whole, name, old);
      return;
    case 'double':
      set(whole, key, [old, old]);
      return;
    case 'wrap':
      set(whole, key, { [key]: old });
      return;
  }
}

/** A member of that name, also where an assignment would reach the prototype or an array's length. */
function set(container: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(container) && key === 'length') return;
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}

function placesIn(container: Container): Place[] {
  return Object.entries(container).flatMap(([key, value]) => [
    { container, key },
    ...(isContainer(value) ? placesIn(value) : []),
  ]);
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}
