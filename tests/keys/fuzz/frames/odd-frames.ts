/** Frames that are odd in one way of their own, where mutations seldom come. */
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import fc from 'fast-check';
import { mutate, mutations } from './mutate-value.ts';
import { asked, bytesOf, type Frame, request } from './requests.ts';

const HELLO = { extensionVersion: '0.1.0', protocol: { min: 1, max: 1 } };
const LARGEST_OBJECT_BYTES = LIMITS.browserToHostBytes - 200;

/** Of other operations, of this host's own insides, and of what every object in JavaScript has. */
const STRANGE_NAMES = ['', 'sign', 'C_Login', 'token.find', 'tokens.list', 'keys.list ', '__proto__', 'constructor'];

const utf8 = new TextEncoder();

/** Nests of arrays and objects, alone and as an input; the deepest is as deep as a frame has room for. */
export const nested: fc.Arbitrary<Frame> = fc
  .tuple(fc.constantFrom('[', '{"a":', '[[{"b":['), fc.constantFrom(20, 31, 32, 33, 64, 1_000, 30_000), fc.boolean())
  .map(([opening, depth, closed]) => ({ id }) => {
    const closing = [...opening]
      .reverse()
      .map((one) => (one === '[' ? ']' : one === '{' ? '}' : ''))
      .join('');
    const nest = `${opening.repeat(depth)}0${closed ? closing.repeat(depth) : ''}`;
    return utf8.encode(`{"type":"request","id":"${id}","operation":"ping","input":${nest}}`);
  });

/** RFC 8259 section 4 leaves open which of two members with one name counts. */
export const doubled: fc.Arbitrary<Frame> = fc
  .tuple(asked, fc.constantFrom('type', 'id', 'operation', 'input', 'waitMs'))
  .map(([what, name]) => ({ id }) => {
    const text = JSON.stringify(request(id, what));
    const values = { type: '"cancel"', id: `"${id}-2"`, operation: '"pin.verify"', input: '{}', waitMs: '1' };
    return utf8.encode(`{"${name}":${values[name]},${text.slice(1, -1)},"${name}":${values[name]}}`);
  });

export const cancel: fc.Arbitrary<Frame> = fc.nat(40).map(
  (many) =>
    ({ id, earlier }) =>
      bytesOf({ type: 'cancel', id: many === 0 ? id : earlier(many) }),
);

export const knownId: fc.Arbitrary<Frame> = fc.tuple(asked, fc.integer({ min: 1, max: 10 })).map(
  ([what, many]) =>
    ({ earlier }) =>
      bytesOf(request(earlier(many), what)),
);

export const strangeId: fc.Arbitrary<Frame> = fc
  .tuple(asked, fc.oneof(fc.string({ unit: 'binary', maxLength: 70 }), fc.constantFrom(64, 65, 5_000, 100_000)))
  .map(([what, strange]) => ({ id }) => {
    const ownId = typeof strange === 'number' ? id.padEnd(strange, '-') : strange;
    return bytesOf(request(ownId, what));
  });

export const helloAgain: fc.Arbitrary<Frame> = fc
  .oneof(
    fc.constant(HELLO),
    fc.tuple(fc.constant(HELLO), mutations).map(([hello, mutation]) => mutate(hello, mutation)),
  )
  .map(
    (input) =>
      ({ id }) =>
        bytesOf(request(id, { operation: 'hello', input })),
  );

export const strangeName: fc.Arbitrary<Frame> = fc
  .tuple(asked, fc.oneof(fc.constantFrom(...STRANGE_NAMES), fc.string({ unit: 'binary', maxLength: 70 })))
  .map(
    ([what, operation]) =>
      ({ id }) =>
        bytesOf(request(id, { ...what, operation })),
  );

/** Those that need no password; and names that are nearly the key's. */
export const aboutTheKey: fc.Arbitrary<Frame> = fc
  .constantFrom(
    (keyId: string) => ['key.read', { keyId }] as const,
    (keyId: string) => ['key.identify', { keyId }] as const,
    (keyId: string) => ['renewal.state', { keyId, order: 'FUZZ-0001' }] as const,
    (keyId: string) => ['pin.verify', { keyId: `${keyId} `, pin: '000111' }] as const,
    (keyId: string) => ['pin.verify', { keyId: `${keyId}#0`, pin: '000111' }] as const,
    (keyId: string) => ['pin.verify', { keyId: keyId.toUpperCase(), pin: '000111' }] as const,
  )
  .map((ask) => ({ id, keyId }) => {
    const [operation, input] = ask(keyId);
    return bytesOf(request(id, { operation, input }));
  });

export const large: fc.Arbitrary<Frame> = fc
  .tuple(asked, fc.integer({ min: 5_000, max: LARGEST_OBJECT_BYTES }), fc.constantFrom('text', 'list', 'members'))
  .map(([what, size, kind]) => ({ id }) => {
    const stuffing = {
      text: () => 'A'.repeat(size),
      list: () => Array.from({ length: size >> 1 }, () => 0),
      members: () => Object.fromEntries(Array.from({ length: size >> 4 }, (_, index) => [`key${index}`, 0])),
    }[kind]();
    const input = typeof what.input === 'object' ? { ...what.input, stuffing } : stuffing;
    return bytesOf(request(id, { ...what, input })).subarray(0, LIMITS.browserToHostBytes);
  });

/** Above what a host takes: answered by name, and its bytes pass by. */
export const tooLarge: fc.Arbitrary<Frame> = fc
  .integer({ min: 1, max: 70_000 })
  .map((more) => () => new Uint8Array(LIMITS.browserToHostBytes + more).fill(0x20));
