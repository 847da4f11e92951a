import type { KeyEvent } from '@certbridge/shared/contract/key-events.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../system-clock.ts';
import { HOST_ENTRY } from '../testing/host-process.ts';
import { type SoftToken, type SoftTokens, softTokens } from '../testing/soft-tokens.ts';
import { workerEntryBeside } from '../worker-entry.ts';
import { Keyring } from './keyring.ts';

const never = createCanceller().cancellation;
let tokens: SoftTokens;
let unit: SoftToken;
let empty: SoftToken;
let keyring: Keyring;

beforeAll(async () => {
  tokens = await softTokens();
  unit = await tokens.make('商丘示范主锁', [
    { fixture: 'unit-rsa-sign' },
    { fixture: 'unit-sm2', orphan: true },
    { fixture: 'root-authority', orphan: true },
  ]);
  empty = await tokens.make('空锁');
  await empty.pull();
  const options = { clock: systemClock, log: () => undefined, hangAfterMs: 8_000 };
  keyring = new Keyring([tokens.module], { ...options, entry: workerEntryBeside(HOST_ENTRY) });
});

afterAll(async () => {
  keyring.close();
  await tokens.remove();
});

interface Watching {
  readonly events: KeyEvent[];
  next(type: KeyEvent['type']): Promise<KeyEvent>;
  stop(): void;
}

const watches: Watching[] = [];
afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
});

function watching(): Watching {
  const canceller = createCanceller();
  const events: KeyEvent[] = [];
  let onEvent = () => {};
  void keyring.watch({
    emit: (event) => {
      events.push(event);
      onEvent();
    },
    cancellation: canceller.cancellation,
  });
  let read = 0;
  const watch: Watching = {
    events,
    stop: () => canceller.cancel(),
    next: (type) =>
      new Promise((resolve) => {
        onEvent = () => {
          for (; read < events.length; read += 1) {
            const event = events[read];
            if (event?.type !== type) continue;
            read += 1;
            onEvent = () => {};
            return resolve(event);
          }
        };
        onEvent();
      }),
  };
  watches.push(watch);
  return watch;
}

describe('real SoftHSM2 tokens', () => {
  it('are listed with what they say of themselves, the blank slot left out', async () => {
    const { keys, troubles } = await keyring.list(never);
    expect(troubles).toEqual([]);
    expect(keys).toMatchObject([
      {
        keyId: unit.keyId,
        serial: unit.serial,
        label: '商丘示范主锁',
        model: 'SoftHSM v2',
        module: { id: 'softhsm2', name: 'SoftHSM2' },
        pin: { state: 'ok' },
      },
    ]);
  });

  it('are read with their certificates: pairs and orphans told apart, the authority’s own left out', async () => {
    const read = await keyring.read(unit.keyId, never);
    expect(read).toMatchObject({
      ok: true,
      value: {
        keyId: unit.keyId,
        certificates: [
          { holder: '商丘示范建设有限公司', kind: 'unit', algorithm: 'RSA-2048', uses: ['sign'], hasPrivateKey: true },
          { holder: '北京示范科技有限公司', algorithm: 'SM2', hasPrivateKey: false },
        ],
      },
    });
  });

  it('that were never seen are not found; one that was seen and is gone was removed', async () => {
    expect(await keyring.read(empty.keyId, never)).toMatchObject({ error: { code: 'KEY_NOT_FOUND' } });
    await unit.pull();
    expect(await keyring.read(unit.keyId, never)).toMatchObject({ error: { code: 'KEY_REMOVED' } });
    await unit.plug();
    expect(await keyring.read(unit.keyId, never)).toMatchObject({ ok: true });
  });

  it('that are plugged and pulled are told once each, after the list, without gap or double', async () => {
    const watch = watching();
    expect(await watch.next('list')).toMatchObject({ list: { keys: [{ keyId: unit.keyId }] } });
    await empty.plug();
    expect(await watch.next('inserted')).toMatchObject({ key: { keyId: empty.keyId, label: '空锁' } });
    await unit.pull();
    expect(await watch.next('removed')).toEqual({ type: 'removed', keyId: unit.keyId });
    await empty.pull();
    expect(await watch.next('removed')).toEqual({ type: 'removed', keyId: empty.keyId });
    await unit.plug();
    expect(await watch.next('inserted')).toMatchObject({ key: { keyId: unit.keyId } });
    expect(watch.events.map(({ type }) => type)).toEqual(['list', 'inserted', 'removed', 'removed', 'inserted']);
  });

  it('are told to every watcher, the late one beginning with what is there now', async () => {
    const early = watching();
    await early.next('list');
    await empty.plug();
    await early.next('inserted');
    const late = watching();
    expect(await late.next('list')).toMatchObject({ list: { keys: { length: 2 } } });
    await empty.pull();
    await Promise.all([early.next('removed'), late.next('removed')]);
    expect(late.events.map(({ type }) => type)).toEqual(['list', 'removed']);
  });

  it('can be read while they are watched', async () => {
    const watch = watching();
    await watch.next('list');
    expect(await keyring.read(unit.keyId, never)).toMatchObject({ ok: true, value: { keyId: unit.keyId } });
  });
});
