/** Streams that a host must leave in order: after them nobody can tell where a frame begins. */
import fc from 'fast-check';
import { frameOf } from '../../../../native-host/stdio/frame-reader.ts';
import { helloMessage } from '../../../../native-host/testing/host-process.ts';
import type { FuzzKey } from '../fuzz-key.ts';
import { FuzzedHost } from '../fuzzed-host.ts';
import { type Damage, damaged, damages } from './damage-bytes.ts';
import { frames } from './frames.ts';
import { share } from './mutate-value.ts';
import type { Frame } from './requests.ts';

export interface BadStream {
  readonly frames: readonly Frame[];
  readonly greets: boolean;
  /** How the last frame's length lies, or how much of it comes. */
  readonly ending: 'cut' | 'longer-than-said' | 'shorter-than-said' | 'four-gigabytes' | 'whole';
  readonly damages: readonly Damage[];
  readonly at: number;
}

const PATIENCE_MS = 60_000;
const utf8 = new TextEncoder();

export function badStreams(length: number): fc.Arbitrary<BadStream> {
  return fc.record({
    frames: fc.array(frames, { minLength: length, maxLength: length }),
    greets: fc.constantFrom(true, true, false),
    ending: fc.constantFrom('cut', 'longer-than-said', 'shorter-than-said', 'four-gigabytes', 'whole'),
    damages: fc.array(damages, { maxLength: 4 }),
    at: share,
  });
}

function bytesOf(stream: BadStream, keyId: string): Uint8Array {
  const whole = stream.frames.map((frame, index) =>
    frameOf(frame({ id: `s-${index}`, earlier: (many) => `s-${index - many}`, keyId })),
  );
  const last = frameOf(utf8.encode(JSON.stringify({ type: 'request', id: 'last', operation: 'ping', input: {} })));
  const before = Buffer.concat(whole);
  const hello = stream.greets ? frameOf(utf8.encode(JSON.stringify(helloMessage()))) : new Uint8Array(0);
  const disturbed = stream.damages.reduce<Uint8Array>(damaged, before);
  return Buffer.concat([hello, disturbed, lying(last, stream)]);
}

function lying(frame: Uint8Array, { ending, at }: BadStream): Uint8Array {
  const bytes = Buffer.from(frame);
  switch (ending) {
    case 'cut':
      return bytes.subarray(0, 1 + Math.floor(at * (bytes.length - 1)));
    case 'longer-than-said':
      bytes[0] = 5;
      return bytes;
    case 'shorter-than-said':
      bytes[1] = 1 + Math.floor(at * 255);
      return bytes;
    case 'four-gigabytes':
      bytes.fill(0xff, 0, 4);
      return bytes;
    case 'whole':
      return bytes;
  }
}

export interface BadEnd {
  readonly crashed: boolean;
  readonly why: string;
}

/** What was wrong with the host's end; nothing when it left as it should. */
export async function endOf(stream: BadStream, { places, keyId }: FuzzKey): Promise<BadEnd | undefined> {
  const garbled: string[] = [];
  const host = new FuzzedHost(places, { came: () => undefined, garbled: (why) => void garbled.push(why) });
  await host.write(bytesOf(stream, keyId));
  host.hangUp();
  const left = await host.until(() => !host.alive, PATIENCE_MS);
  if (!left) host.kill();
  const ending = await host.ended;
  if (!left) return { crashed: true, why: `did not leave after ${stream.ending}` };
  if (ending !== 0) return { crashed: true, why: `ended with ${ending ?? 'a signal'} after ${stream.ending}` };
  return garbled[0] === undefined ? undefined : { crashed: false, why: garbled[0] };
}
