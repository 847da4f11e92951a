import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import { nativeContract } from '@certbridge/shared/contract/native.ts';
import { frameOf } from '../stdio/frame-reader.ts';

export interface Bad {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** Any of these codes is right; `ok` where the frame is not bad at all. */
  readonly expected: readonly string[];
  /** Answered by a reply to this id; without it, by a notice. */
  readonly id?: string;
}

interface Dice {
  /** An integer from 0 up to, not including, that. */
  below(limit: number): number;
  pick<Value>(values: readonly Value[]): Value;
  bytes(length: number): Uint8Array;
}

interface Situation {
  readonly dice: Dice;
  readonly id: string;
  readonly greeted: boolean;
}

const WRONG_VALUES = [null, true, 0, -1, 1e300, '', 'text', [], [[]], {}, { type: 'request' }, '\u0000', '💥'] as const;
const STRANGE_NAMES = ['', '__proto__', 'constructor', 'toString', 'keys', 'keys.list ', 'C_Login', 'x'.repeat(64)];
const HELLO = { extensionVersion: '0.1.0', protocol: { min: 1, max: 1 } };
/** Many quick requests may stand open at once. */
const BUSY = 'TOO_MANY_REQUESTS';

/** The same frames for the same seed, so that a failure can be looked at again. */
export function* badFrames(
  count: number,
  options: { readonly seed: number; readonly greeted: boolean },
): Generator<Bad> {
  const dice = diceOf(options.seed);
  for (let index = 0; index < count; index += 1) {
    const make = dice.below(200) === 0 ? oversized : dice.pick(KINDS);
    yield make({ dice, id: `${options.seed}-${index}`, greeted: options.greeted });
  }
}

const KINDS: readonly ((situation: Situation) => Bad)[] = [
  randomBytes,
  notUtf8,
  cutJson,
  tooDeep,
  wrongValue,
  wrongField,
  extraKey,
  unknownOperation,
  wrongInput,
  extraInputKey,
  tooMuchInput,
  fine,
];

function oversized({ dice }: Situation): Bad {
  const payload = new Uint8Array(LIMITS.browserToHostBytes + 1 + dice.below(4096)).fill(dice.below(256));
  return { what: 'oversized', bytes: frameOf(payload), expected: ['FRAME_TOO_LARGE'] };
}

function randomBytes({ dice }: Situation): Bad {
  const expected = ['FRAME_NOT_UTF8', 'FRAME_NOT_JSON', 'MESSAGE_MALFORMED'];
  return { what: 'random bytes', bytes: frameOf(dice.bytes(dice.below(300))), expected };
}

function notUtf8({ dice, id }: Situation): Bad {
  const payload = utf8(JSON.stringify(request(id, 'ping', {})));
  payload[dice.below(payload.length)] = 0xc0 + dice.below(0x40);
  return { what: 'not UTF-8', bytes: frameOf(payload), expected: ['FRAME_NOT_UTF8'] };
}

function cutJson({ dice, id }: Situation): Bad {
  const text = JSON.stringify(request(id, 'hello', HELLO));
  return {
    what: 'cut JSON',
    bytes: frameOf(utf8(text.slice(0, dice.below(text.length)))),
    expected: ['FRAME_NOT_JSON'],
  };
}

function tooDeep({ dice, id }: Situation): Bad {
  const depth = 40 + dice.below(5_000);
  const text = `{"type":"request","id":"${id}","operation":"ping","input":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  return { what: 'too deep', bytes: frameOf(utf8(text)), expected: ['MESSAGE_MALFORMED'] };
}

function wrongValue({ dice }: Situation): Bad {
  return framed('wrong value', dice.pick(WRONG_VALUES), { expected: ['MESSAGE_MALFORMED'] });
}

function wrongField({ dice, id }: Situation): Bad {
  const field = dice.pick(['type', 'operation', 'waitMs'] as const);
  const wrong = dice.pick([null, true, -1, 0.5, [], {}]);
  return framed('wrong field', { ...request(id, 'ping', {}), [field]: wrong }, { id, expected: ['MESSAGE_MALFORMED'] });
}

function extraKey({ dice, id }: Situation): Bad {
  const key = JSON.stringify(dice.pick(['extra', 'origin', '__proto__', 'peer', '证书']));
  const text = JSON.stringify(request(id, 'ping', {})).replace(/\}$/, `,${key}:{"greeted":true}}`);
  return { what: `extra key ${key}`, bytes: frameOf(utf8(text)), id, expected: ['MESSAGE_MALFORMED'] };
}

function unknownOperation({ dice, id }: Situation): Bad {
  const name = dice.pick(STRANGE_NAMES);
  const expected = [name === '' ? 'MESSAGE_MALFORMED' : 'OPERATION_UNKNOWN'];
  return framed(`unknown operation ${name}`, request(id, name, {}), { id, expected });
}

function wrongInput({ dice, id, greeted }: Situation): Bad {
  const name = dice.pick(Object.keys(nativeContract));
  const wrong = dice.pick([null, true, 7, 'text', [1], { keyId: 5 }, { keyId: '../etc' }, { protocol: { min: 0 } }]);
  const expected = greeted || name === 'hello' ? ['INPUT_INVALID', BUSY] : ['HELLO_FIRST', BUSY];
  return framed(`wrong input of ${name}`, request(id, name, wrong), { id, expected });
}

function extraInputKey({ dice, id, greeted }: Situation): Bad {
  const name = dice.pick(['ping', 'keys.list', 'keys.watch']);
  const expected = [greeted ? 'INPUT_INVALID' : 'HELLO_FIRST', BUSY];
  return framed(`extra input of ${name}`, request(id, name, { path: '/tmp/module.so' }), { id, expected });
}

function tooMuchInput({ dice, id, greeted }: Situation): Bad {
  const name = dice.pick(['ping', 'keys.list', 'key.read']);
  const expected = [greeted ? 'FRAME_TOO_LARGE' : 'HELLO_FIRST', BUSY];
  return framed(`too much for ${name}`, request(id, name, { keyId: 'x'.repeat(2_000) }), { id, expected });
}

/** Good ones between the bad: what is broken beside them must not reach them. */
function fine({ dice, id, greeted }: Situation): Bad {
  if (!greeted) return framed('before hello', request(id, 'ping', {}), { id, expected: ['HELLO_FIRST', BUSY] });
  if (dice.below(2) === 0) return framed('ping', request(id, 'ping', {}), { id, expected: ['ok', BUSY] });
  const input = { keyId: 'nobody:1234' };
  return framed('unknown key', request(id, 'key.read', input), { id, expected: ['KEY_NOT_FOUND', BUSY] });
}

function framed(what: string, message: unknown, answer: Pick<Bad, 'id' | 'expected'>): Bad {
  return { what, bytes: frameOf(utf8(JSON.stringify(message))), ...answer };
}

function request(id: string, operation: string, input: unknown) {
  return { type: 'request', id, operation, input };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** mulberry32: small, even enough, and the same on every machine. */
function diceOf(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (values) => {
      const [first] = values;
      const picked = values[below(values.length)] ?? first;
      return picked as (typeof values)[number];
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
