/** What somebody who holds the browser's end of the pipe might send: everything but a genuine order. */
import fc from 'fast-check';
import { damaged, damages } from './damage-bytes.ts';
import { mutate, mutations } from './mutate-value.ts';
import {
  aboutTheKey,
  cancel,
  doubled,
  helloAgain,
  knownId,
  large,
  nested,
  strangeId,
  strangeName,
  tooLarge,
} from './odd-frames.ts';
import { asked, bytesOf, type Frame, request } from './requests.ts';

const utf8 = new TextEncoder();

const good: fc.Arbitrary<Frame> = asked.map(
  (what) =>
    ({ id }) =>
      bytesOf(request(id, what)),
);

const wrongInput: fc.Arbitrary<Frame> = fc.tuple(asked, mutations).map(
  ([what, mutation]) =>
    ({ id }) =>
      bytesOf(request(id, { ...what, input: mutate(what.input, mutation) })),
);

const wrongEnvelope: fc.Arbitrary<Frame> = fc.tuple(asked, mutations).map(
  ([what, mutation]) =>
    ({ id }) =>
      bytesOf(mutate(request(id, what), mutation)),
);

const damagedFrame: fc.Arbitrary<Frame> = fc.tuple(asked, fc.array(damages, { minLength: 1, maxLength: 3 })).map(
  ([what, all]) =>
    ({ id }) =>
      all.reduce(damaged, bytesOf(request(id, what))),
);

const noise: fc.Arbitrary<Frame> = fc
  .oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 80 }).map((text) => utf8.encode(text)),
    fc.jsonValue({ maxDepth: 4 }).map(bytesOf),
  )
  .map((bytes) => () => bytes);

export const frames: fc.Arbitrary<Frame> = fc.oneof(
  { weight: 2_000, arbitrary: good },
  { weight: 3_000, arbitrary: wrongInput },
  { weight: 1_400, arbitrary: wrongEnvelope },
  { weight: 1_300, arbitrary: damagedFrame },
  { weight: 600, arbitrary: noise },
  { weight: 100, arbitrary: nested },
  { weight: 300, arbitrary: doubled },
  { weight: 500, arbitrary: cancel },
  { weight: 300, arbitrary: knownId },
  { weight: 200, arbitrary: strangeId },
  { weight: 100, arbitrary: strangeName },
  { weight: 100, arbitrary: helloAgain },
  { weight: 150, arbitrary: aboutTheKey },
  { weight: 40, arbitrary: large },
  { weight: 10, arbitrary: tooLarge },
);
