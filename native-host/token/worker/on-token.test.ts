import { describe, expect, it } from 'vitest';
import type { TokenDriver } from '../pkcs11/token-driver.ts';
import { during } from '../pkcs11/token-error.ts';
import { onToken } from './on-token.ts';
import { failing, sessionWith, TOKEN, workerWith } from './testing/driver-double.ts';

const theKey = ({ keyId }: { keyId: string }) => keyId === 'm:1';
const CKR_GENERAL_ERROR = failing(5, 'CKR_GENERAL_ERROR');

/** A verb that the driver answers with that, on a card that is seen, by the driver's own look, as long as `seen` says. */
function verbWith(fault: () => never, seen: (clock: number) => boolean, driver: Partial<TokenDriver> = {}) {
  const parts = workerWith({
    tokens: () => ({ tokens: seen(parts.clock.now()) ? [TOKEN] : [] }),
    openSession: () => sessionWith('1'),
    ...driver,
  });
  return { ...parts, answer: onToken(parts, theKey, () => during('signing', fault)) };
}

describe('a driver’s fault in the middle of a verb', () => {
  it('was a removal when the driver notices within a second that the key has gone; its word is kept', async () => {
    const { answer, clock } = verbWith(CKR_GENERAL_ERROR, (now) => now < 400);
    await clock.pass(500);
    expect(await answer).toEqual({ ok: false, error: { code: 'KEY_REMOVED', support: 'CKR_GENERAL_ERROR 0x5' } });
  });

  it('is a fault when the key is still there', async () => {
    const { answer, clock } = verbWith(CKR_GENERAL_ERROR, () => true);
    await clock.pass(1_000);
    expect(await answer).toMatchObject({ error: { code: 'DRIVER_FAULT', support: 'CKR_GENERAL_ERROR 0x5' } });
  });

  it('keeps nobody waiting when its code is never a removal', async () => {
    const { answer } = verbWith(failing(0x20, 'CKR_DATA_INVALID'), () => true);
    expect(await answer).toMatchObject({ error: { code: 'DRIVER_FAULT', support: 'CKR_DATA_INVALID 0x20' } });
  });

  it('stays a fault when the driver can no longer tell what is plugged', async () => {
    let looks = 0;
    const tokens = () => (looks++ === 0 ? { tokens: [TOKEN] } : CKR_GENERAL_ERROR());
    const { answer, clock } = verbWith(CKR_GENERAL_ERROR, () => true, { tokens });
    await clock.pass(1_000);
    expect(await answer).toMatchObject({ error: { code: 'DRIVER_FAULT' } });
  });
});

describe('a key that is pulled and plugged in again', () => {
  it('is worked at once, though its driver opens sessions on the old one until it is asked for its slots', async () => {
    let noticed = true;
    const parts = workerWith({
      tokens: () => {
        noticed = true;
        return { tokens: [TOKEN] };
      },
      openSession: () => sessionWith('1'),
    });
    const work = () =>
      onToken(parts, theKey, () => (noticed ? 'done' : during('login', failing(0x32, 'CKR_DEVICE_REMOVED'))));
    expect(await work()).toEqual({ ok: true, value: 'done' });
    await parts.clock.pass(1_000);
    noticed = false;
    expect(await work()).toEqual({ ok: true, value: 'done' });
  });

  it('is looked for once more before it is said to be gone', async () => {
    let looks = 0;
    const parts = workerWith({
      tokens: () => ({ tokens: looks++ === 1 ? [] : [TOKEN] }),
      openSession: () => sessionWith('1'),
    });
    const work = () => onToken(parts, theKey, () => 'done');
    await work();
    await parts.clock.pass(1_000);
    expect(await work()).toEqual({ ok: true, value: 'done' });
  });
});

it('a key whose driver is at fault is not said to be missing', async () => {
  const parts = workerWith({ tokens: failing(0x30, 'CKR_DEVICE_ERROR') });
  const answer = await onToken(parts, theKey, () => 'done');
  expect(answer).toMatchObject({
    error: { code: 'DRIVER_FAULT', values: { module: 'M' }, support: 'CKR_DEVICE_ERROR 0x30' },
  });
});

it('a driver whose fault ended a verb starts anew before the next one', async () => {
  // As OpenSC, which after a pull in mid-write refuses to write beside an object that is on no card, until it starts anew.
  let ghost = true;
  const parts = workerWith({
    tokens: () => ({ tokens: [TOKEN] }),
    openSession: () => sessionWith('1'),
    reinitialize: () => {
      ghost = false;
    },
  });
  const write = () => onToken(parts, theKey, () => (ghost ? CKR_GENERAL_ERROR() : 'written'));
  const first = write();
  await parts.clock.pass(1_000);
  expect(await first).toMatchObject({ error: { code: 'DRIVER_FAULT' } });
  expect(await write()).toEqual({ ok: true, value: 'written' });
});
