import { unlockingInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { seal } from './hpke.ts';
import { Unlockings } from './sealed-so-pins.ts';

const BOUND = { serial: 'A1', order: 'CB-2026-000001', channel: 'shangqiu-ggzy' };
const PINS = { generation: 3, current: '3537363231383830', next: '9a0b1c2d3e4f5061', release: 1 };

let clock: HandClock;
let unlockings: Unlockings;
beforeEach(() => {
  clock = new HandClock();
  unlockings = new Unlockings(clock);
});

/** The service's part. */
async function sealed(begun: { publicKey: string; unlocking: string }, payload: unknown = PINS, bound = BOUND) {
  const plain = new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
  return seal(begun.publicKey, plain, { info: unlockingInfo(bound), aad: begun.unlocking });
}

it('the passwords that the service seals to an unlocking are opened by it', async () => {
  const begun = await unlockings.begin(BOUND);
  expect(Buffer.from(begun.publicKey, 'base64')).toHaveLength(65);
  expect(await unlockings.openSealed(begun.unlocking, { bound: BOUND, sealed: await sealed(begun) })).toEqual({
    ok: true,
    value: PINS,
  });
});

describe('is broken', () => {
  const broken = (support: string) => ({ ok: false, error: { code: 'SEAL_BROKEN', support } });

  it('a seal that is opened for the second time, and one whose first opening failed', async () => {
    const begun = await unlockings.begin(BOUND);
    const wanted = { bound: BOUND, sealed: await sealed(begun) };
    await unlockings.openSealed(begun.unlocking, wanted);
    expect(await unlockings.openSealed(begun.unlocking, wanted)).toEqual(broken('no such unlocking'));
    const again = await unlockings.begin(BOUND);
    expect(await unlockings.openSealed(again.unlocking, wanted)).toEqual(broken('does not open'));
    const good = { bound: BOUND, sealed: await sealed(again) };
    expect(await unlockings.openSealed(again.unlocking, good)).toEqual(broken('no such unlocking'));
  });

  it('one that comes after ten minutes', async () => {
    const begun = await unlockings.begin(BOUND);
    const wanted = { bound: BOUND, sealed: await sealed(begun) };
    await clock.pass(600_000);
    expect(await unlockings.openSealed(begun.unlocking, wanted)).toEqual(broken('no such unlocking'));
  });

  it.each(['serial', 'order', 'channel'] as const)('one of another %s, whoever names it', async (part) => {
    const other = { ...BOUND, [part]: 'other' };
    const begun = await unlockings.begin(BOUND);
    const asked = { bound: other, sealed: await sealed(begun, PINS, other) };
    expect(await unlockings.openSealed(begun.unlocking, asked)).toEqual(broken('begun for another order'));
    const next = await unlockings.begin(BOUND);
    const made = { bound: BOUND, sealed: await sealed(next, PINS, other) };
    expect(await unlockings.openSealed(next.unlocking, made)).toEqual(broken('does not open'));
  });

  it.each([
    ['no JSON', 'text'],
    ['no pair', { ...PINS, next: undefined }],
    ['something more', { ...PINS, more: 1 }],
    ['a password of blanks', { ...PINS, current: '        ' }],
  ])('one that holds %s', async (_, payload) => {
    const begun = await unlockings.begin(BOUND);
    const wanted = { bound: BOUND, sealed: await sealed(begun, payload) };
    expect(await unlockings.openSealed(begun.unlocking, wanted)).toEqual(broken('not a pair of passwords'));
  });

  it('the oldest of more unlockings than anybody needs', async () => {
    const first = await unlockings.begin(BOUND);
    for (let count = 0; count < 8; count += 1) await unlockings.begin(BOUND);
    const wanted = { bound: BOUND, sealed: await sealed(first) };
    expect(await unlockings.openSealed(first.unlocking, wanted)).toEqual(broken('no such unlocking'));
  });
});
