import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './campaign/desk.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import type { TestKey } from './modules/test-module.ts';

const WRONG = '000111';
let module: FaultModule;
let key: TestKey;
let desk: Desk;

beforeEach(async () => {
  module = await openFaultModule();
  key = await module.makeKey('Pin');
  desk = openDesk(module);
});
afterEach(async () => {
  desk.close();
  await module.stop();
});

const verify = (pin: string, insist?: true) =>
  desk.keyring.onKey('pin.verify', { keyId: `fault:${key.serial}`, pin, ...(insist ? { insist } : {}) }, {});
const change = (newPin: string, birthday?: string) =>
  desk.work('pin.change', { serial: key.serial }, { pin: desk.pin, newPin, ...(birthday ? { birthday } : {}) });
const logins = () => module.token.trace().filter(({ call }) => call === 'C_Login').length;

describe('the password of a key', () => {
  it('costs its last try only when the user insists, and is locked after that', async () => {
    expect(await verify(WRONG)).toMatchObject({ error: { code: 'PIN_WRONG' } });
    expect(await verify(WRONG)).toMatchObject({ error: { code: 'PIN_WRONG', values: { triesLeft: 1 } } });
    expect(await verify(desk.pin)).toMatchObject({ error: { code: 'PIN_LAST_TRY' } });
    expect(logins()).toBe(2);
    expect(await verify(WRONG, true)).toMatchObject({ error: { code: 'PIN_LOCKED' } });
    expect(await verify(desk.pin, true)).toMatchObject({ error: { code: 'PIN_LOCKED' } });
    expect(logins()).toBe(3);
  });

  it.each([
    ['111111', undefined, 'PIN_TRIVIAL'],
    ['19900307', '19900307', 'PIN_TRIVIAL'],
    ['12', undefined, 'PIN_LENGTH'],
    ['648219', undefined, 'PIN_SAME'],
  ])('is not changed to %s, and no try is used', async (newPin, birthday, code) => {
    expect(await change(newPin, birthday)).toMatchObject({ error: { code } });
    expect(logins()).toBe(0);
  });

  it('is changed, and the old one opens nothing any more', async () => {
    expect(await change('730492')).toMatchObject({
      ok: true,
      value: { before: { state: 'ok' }, after: { state: 'ok' } },
    });
    expect(await verify('730492')).toMatchObject({ ok: true });
    expect(await verify(desk.pin)).toMatchObject({ error: { code: 'PIN_WRONG' } });
  });
});

it('a key that is swapped for another is noticed, and the other is not worked', async () => {
  await module.makeKey('Other');
  expect(await verify(desk.pin)).toMatchObject({ ok: true });
  module.token.pull(0);
  expect(await verify(desk.pin)).toMatchObject({ error: { code: 'KEY_REMOVED' } });
  module.token.plug(0, 'token1');
  expect(await verify(desk.pin)).toMatchObject({ error: { code: 'KEY_REMOVED' } });
});
