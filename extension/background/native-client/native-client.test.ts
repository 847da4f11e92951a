import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { describe, expect, it } from 'vitest';
import { FakeHost } from '../../testing/fake-host.ts';
import { NATIVE_TIMES, NativeClient } from './native-client.ts';

function start(hello?: FakeHost['hello']) {
  const host = new FakeHost();
  if (hello) host.hello = hello;
  const clock = new HandClock();
  const states: HostState[] = [];
  const client = new NativeClient({
    runtime: host,
    clock,
    random: () => 1,
    extensionVersion: '0.1.0',
    report: () => undefined,
  });
  client.onState((state) => states.push(state));
  const pass = (ms: number) => clock.pass(ms);
  return { host, clock, states, client, pass, names: () => states.map(({ state }) => state) };
}

const EXITED = { browserSays: 'Native host has exited.' };

describe('holding the host', () => {
  it('connects to nobody until somebody needs it', async () => {
    const { host, names } = start();
    await settled();
    expect(host.lives).toHaveLength(0);
    expect(names()).toEqual(['idle']);
  });

  it('says hello first, and says which host answered', async () => {
    const { host, client, states } = start();
    client.hold();
    await settled();
    expect(host.life.name).toBe('cn.certbridge.host');
    expect(host.life.sent[0]).toMatchObject({ operation: 'hello', input: { extensionVersion: '0.1.0' } });
    expect(states.at(-1)).toEqual({ state: 'connected', version: '1.2.3', capabilities: ['keys'] });
  });

  it('shares one connection among all who hold it', async () => {
    const { host, client } = start();
    client.hold();
    client.hold();
    void client.call('ping', {});
    await settled();
    expect(host.lives).toHaveLength(1);
  });

  it('lets the host go when nobody needs it any more, after a grace', async () => {
    const { host, client, pass, names } = start();
    const release = client.hold();
    await settled();
    release();
    await pass(NATIVE_TIMES.idleGraceMs - 1);
    expect(host.life.disconnected).toBe(false);
    await pass(1);
    expect(host.life.disconnected).toBe(true);
    expect(names().at(-1)).toBe('idle');
  });

  it('keeps it when somebody comes back within the grace', async () => {
    const { host, client, pass } = start();
    const release = client.hold();
    await settled();
    release();
    await pass(NATIVE_TIMES.idleGraceMs - 1);
    client.hold();
    await pass(NATIVE_TIMES.idleGraceMs * 3);
    expect(host.life.disconnected).toBe(false);
    expect(host.lives).toHaveLength(1);
  });

  it('a release counts once, however often it is called', async () => {
    const { host, client, pass } = start();
    const release = client.hold();
    client.hold();
    await settled();
    release();
    release();
    await pass(NATIVE_TIMES.idleGraceMs * 2);
    expect(host.life.disconnected).toBe(false);
  });

  it('closes the port of a host that answers hello when nobody waits for it any more', async () => {
    const { host, client, pass, names } = start('is silent');
    client.hold()();
    await pass(NATIVE_TIMES.idleGraceMs);
    expect(names().at(-1)).toBe('idle');
    await pass(10_000);
    expect(host.life.disconnected).toBe(true);
    expect(names().at(-1)).toBe('idle');
  });
});

describe('a host that goes away', () => {
  it('is looked for again, ever more slowly up to the cap, as long as somebody needs it', async () => {
    const { host, client, clock, pass, states } = start();
    client.hold();
    await settled();
    host.hello = { result: { ok: false, error: { code: 'INTERNAL' } } };
    host.dies();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const lives = host.lives.length;
      const from = clock.now();
      while (host.lives.length === lives) await pass(10);
      waits.push(clock.now() - from);
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    expect(states.at(-1)).toMatchObject({ state: 'reconnecting', attempt: 9 });
  });

  it('spreads the attempts by chance, between half of the wait and all of it', async () => {
    const host = new FakeHost();
    const clock = new HandClock();
    const client = new NativeClient({ runtime: host, clock, random: () => 0, extensionVersion: '1', report: () => {} });
    client.hold();
    await settled();
    host.dies();
    clock.advance(124);
    await settled();
    expect(host.lives).toHaveLength(1);
    clock.advance(1);
    await settled();
    expect(host.lives).toHaveLength(2);
  });

  it('is connected again by itself, and says so', async () => {
    const { host, client, pass, states } = start();
    client.hold();
    await settled();
    host.dies();
    expect(states.at(-1)).toEqual({ state: 'reconnecting', attempt: 1, error: { code: 'HOST_EXITED' } });
    await pass(250);
    expect(states.at(-1)).toMatchObject({ state: 'connected' });
  });

  it('that comes and goes at once is not tried faster and faster', async () => {
    const { host, client, pass } = start();
    client.hold();
    await settled();
    host.dies();
    await pass(250);
    host.dies();
    await pass(499);
    expect(host.lives).toHaveLength(2);
    await pass(1);
    expect(host.lives).toHaveLength(3);
  });

  it('that had been well for long is tried quickly again', async () => {
    const { host, client, pass } = start();
    client.hold();
    await settled();
    host.dies();
    await pass(250);
    await pass(NATIVE_TIMES.stableMs);
    host.dies();
    await pass(250);
    expect(host.lives).toHaveLength(3);
  });

  it('ends the requests that were open with HOST_EXITED', async () => {
    const { host, client } = start();
    const listed = client.call('keys.list', {});
    await settled();
    host.dies();
    expect(await listed).toEqual({ ok: false, error: { code: 'HOST_EXITED' } });
  });

  it('is not looked for when nobody needs it', async () => {
    const { host, client, pass, names } = start();
    client.hold()();
    await settled();
    host.dies();
    await pass(60_000);
    expect(host.lives).toHaveLength(1);
    expect(names().at(-1)).toBe('idle');
  });
});

describe('a host that only a person can help', () => {
  it.each([
    ['Specified native messaging host not found.', 'HOST_NOT_REGISTERED'],
    ['Access to the specified native messaging host is forbidden.', 'HOST_FORBIDDEN'],
  ])('%s is %s', async (browserSays, code) => {
    const { client, states } = start({ browserSays });
    expect(await client.call('ping', {})).toEqual({ ok: false, error: { code } });
    client.hold();
    await settled();
    expect(states.at(-1)).toEqual({ state: 'unavailable', error: { code } });
  });

  it.each(['OPERATION_UNKNOWN', 'MESSAGE_MALFORMED', 'INPUT_INVALID'])(
    'is too old when it answers hello with %s',
    async (code) => {
      const { host, client, states } = start({ result: { ok: false, error: { code } } });
      client.hold();
      await settled();
      expect(states.at(-1)).toEqual({ state: 'unavailable', error: { code: 'HOST_TOO_OLD' } });
      expect(host.life.disconnected).toBe(true);
    },
  );

  it.each([
    ['a hello without versions', { ok: true, value: {} }, 'HOST_TOO_OLD'],
    ['an answer that is no message of ours', 'hi', 'HOST_TOO_OLD'],
    ['its own word for it', { ok: false, error: { code: 'EXTENSION_TOO_OLD' } }, 'EXTENSION_TOO_OLD'],
    [
      'a version of the wire that we do not speak yet',
      {
        ok: true,
        value: { hostVersion: '9', protocol: { min: 9, max: 9 }, agreed: 9, capabilities: [], platform: 'x' },
      },
      'EXTENSION_TOO_OLD',
    ],
  ])('is named when hello gets %s', async (_, result, code) => {
    const { client, states } = start({ result });
    client.hold();
    await settled();
    expect(states.at(-1)).toEqual({ state: 'unavailable', error: { code } });
  });

  it('is looked for slowly, so that installing it is noticed without a reload', async () => {
    const { host, client, pass, names } = start({ browserSays: 'Specified native messaging host not found.' });
    client.hold();
    await settled();
    await pass(NATIVE_TIMES.lookAgainMs);
    await pass(NATIVE_TIMES.lookAgainMs);
    expect(host.lives).toHaveLength(3);
    host.hello = 'answers';
    await pass(NATIVE_TIMES.lookAgainMs);
    expect(names()).toEqual(['idle', 'connecting', 'unavailable', 'connected']);
  });

  it('that exits before hello gets a few tries, and is then said not to start', async () => {
    const { client, pass, states } = start(EXITED);
    client.hold();
    await settled();
    expect(states.at(-1)).toEqual({ state: 'reconnecting', attempt: 1, error: { code: 'HOST_NOT_STARTING' } });
    await pass(250);
    await pass(500);
    expect(states.at(-1)).toEqual({ state: 'unavailable', error: { code: 'HOST_NOT_STARTING' } });
  });

  it('that never answers hello does not start either', async () => {
    const { client, pass, states } = start('is silent');
    client.hold();
    await pass(6_000);
    expect(states.at(-1)).toMatchObject({ state: 'reconnecting', error: { code: 'HOST_NOT_STARTING' } });
  });

  it('is tried at once when a person says so', async () => {
    const { host, client, states, names } = start({ browserSays: 'Specified native messaging host not found.' });
    client.hold();
    await settled();
    host.hello = 'answers';
    client.retry();
    expect(names().at(-1)).toBe('connecting');
    await settled();
    expect(states.at(-1)).toMatchObject({ state: 'connected' });
  });

  it('is tried at once by a request', async () => {
    const { host, client } = start({ browserSays: 'Specified native messaging host not found.' });
    client.hold();
    await settled();
    host.hello = 'answers';
    const pinged = client.call('ping', {});
    await settled();
    host.answers(host.requests[0]?.id ?? '', {});
    expect(await pinged).toEqual({ ok: true, value: {} });
  });

  it('that the browser will not even try to start is an error, not a crash', async () => {
    const { host, client, states } = start();
    host.connectNative = () => {
      throw new Error('nativeMessaging is blocked');
    };
    client.hold();
    await settled();
    expect(states.at(-1)).toMatchObject({ state: 'reconnecting', error: { code: 'INTERNAL' } });
  });
});

describe('a cancel of the user', () => {
  it('stays a cancel while the host turns out to be too old', async () => {
    const { client } = start({ result: { ok: false, error: { code: 'OPERATION_UNKNOWN' } } });
    const canceller = createCanceller();
    const called = client.call('keys.list', {}, { cancellation: canceller.cancellation });
    canceller.cancel();
    expect(await called).toEqual({ ok: false, error: { code: 'CANCELLED' } });
  });

  it('stays a cancel when the host dies of it', async () => {
    const { host, client } = start();
    const canceller = createCanceller();
    const called = client.call('keys.list', {}, { cancellation: canceller.cancellation });
    await settled();
    canceller.cancel();
    host.dies();
    expect(await called).toEqual({ ok: false, error: { code: 'CANCELLED' } });
  });

  it('reaches the host', async () => {
    const { host, client } = start();
    const canceller = createCanceller();
    void client.call('keys.list', {}, { cancellation: canceller.cancellation });
    await settled();
    canceller.cancel();
    expect(host.cancelled).toEqual([host.requests[0]?.id]);
  });

  it('does not wait for a host that is silent', async () => {
    const { client } = start('is silent');
    const canceller = createCanceller();
    const called = client.call('ping', {}, { cancellation: canceller.cancellation });
    canceller.cancel();
    expect(await called).toEqual({ ok: false, error: { code: 'CANCELLED' } });
  });
});
