import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KeyEvent } from '@certbridge/shared/contract/key-events.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModuleConfig } from '../config/host-config.ts';
import type { Log } from '../log.ts';
import { systemClock } from '../system-clock.ts';
import { Keyring } from './keyring.ts';

const FAKE_WORKER = fileURLToPath(new URL('./testing/fake-worker.ts', import.meta.url));
const never = createCanceller().cancellation;
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

function keyringOf(...ids: string[]): Keyring {
  return keyringWith(ids.map((id) => driver(id)));
}

function keyringWith(modules: ModuleConfig[], log: Log = () => undefined): Keyring {
  const options = { entry: FAKE_WORKER, clock: systemClock, log, hangAfterMs: 5_000 };
  const keyring = new Keyring(modules, options);
  cleanUps.push(() => keyring.close());
  return keyring;
}

function driver(id: string, path = '/nowhere.so'): ModuleConfig {
  return { id, name: `Driver ${id}`, path, env: {}, seesNewTokensAfter: 'polling' };
}

async function memory(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'fake-worker-'));
  cleanUps.push(() => rm(dir, { recursive: true }));
  return join(dir, 'crashed');
}

/** Watches until somebody following the events sees that key; the answer is everything that came. */
function watchedUntilSeen(keyring: Keyring, keyId: string): Promise<KeyEvent[]> {
  const canceller = createCanceller();
  const events: KeyEvent[] = [];
  return new Promise((resolve) => {
    const emit = (event: KeyEvent) => {
      events.push(event);
      if (!keysIn(event).includes(keyId)) return;
      canceller.cancel();
      resolve(events);
    };
    void keyring.watch({ emit, cancellation: canceller.cancellation });
  });
}

function keysIn(event: KeyEvent): string[] {
  if (event.type === 'list') return event.list.keys.map((key) => key.keyId);
  return event.type === 'inserted' ? [event.key.keyId] : [];
}

describe('a driver that crashes', () => {
  it('costs the list one trouble, and the other drivers’ keys nothing', async () => {
    const list = await keyringOf('crashes', 'well').list(never);
    expect(list.keys.map(({ keyId }) => keyId)).toEqual(['well:1']);
    expect(list.troubles).toMatchObject([
      {
        module: { id: 'crashes' },
        error: { code: 'MODULE_CRASHED', values: { module: 'Driver crashes' }, support: 'SIGSEGV' },
      },
    ]);
  });

  it('costs the reading of a key one named error', async () => {
    expect(await keyringOf('crashes').read('crashes:1', never)).toMatchObject({ error: { code: 'MODULE_CRASHED' } });
  });

  it('is started again, and the next question is answered', async () => {
    const keyring = keyringWith([driver('crashes-once', await memory())]);
    expect((await keyring.list(never)).troubles).toHaveLength(1);
    expect(await keyring.list(never)).toMatchObject({ keys: [{ keyId: 'crashes-once:1' }], troubles: [] });
  });

  it('comes back to those who watch, by itself', async () => {
    const keyring = keyringWith([driver('crashes-once', await memory()), driver('well')]);
    const events = await watchedUntilSeen(keyring, 'crashes-once:1');
    const types = events.map(({ type }) => type);
    expect(types.at(0)).toBe('list');
    expect(JSON.stringify(events)).toContain('MODULE_CRASHED');
    expect(types.slice(-2)).toEqual(['recovered', 'inserted']);
  });

  it('again and again is left to rest, and its last error is told meanwhile', async () => {
    const deaths: string[] = [];
    const keyring = keyringWith([driver('crashes')], (line) => deaths.push(line));
    for (let time = 0; time < 5; time += 1) {
      expect((await keyring.list(never)).troubles).toMatchObject([{ error: { code: 'MODULE_CRASHED' } }]);
    }
    expect(deaths).toHaveLength(2);
  });
});

describe('a driver that hangs', () => {
  it('is ended after its time and named, while the other drivers’ keys are there', async () => {
    const list = await keyringOf('hangs', 'well').list(never);
    expect(list.keys.map(({ keyId }) => keyId)).toEqual(['well:1']);
    expect(list.troubles).toMatchObject([{ module: { id: 'hangs' }, error: { code: 'MODULE_NOT_RESPONDING' } }]);
  });

  it('does not keep a watch from showing what the others have', async () => {
    const events = await watchedUntilSeen(keyringOf('hangs', 'well'), 'well:1');
    expect(events[0]?.type).toBe('list');
    expect(JSON.stringify(events)).not.toContain('MODULE_NOT_RESPONDING');
  });
});

describe('the key that an order names', () => {
  it.each([
    ['that crashes', 'crashes', 'MODULE_CRASHED', 'SIGSEGV'],
    ['that hangs', 'hangs', 'MODULE_NOT_RESPONDING', '5000 ms'],
    ['at fault', 'at-fault', 'DRIVER_FAULT', 'CKR_DEVICE_ERROR 0x30'],
  ])(
    'may be in a driver %s: that is said, with the driver’s own word, and not that there is no key',
    async (...row) => {
      const [, id, code, support] = row;
      const located = await keyringOf(id, 'well').locate('another', never);
      expect(located).toMatchObject({ error: { code, support } });
    },
  );

  it('may be in a driver that rests after its crashes', async () => {
    const keyring = keyringOf('crashes');
    for (let time = 0; time < 5; time += 1) {
      expect(await keyring.locate('1', never)).toMatchObject({ error: { code: 'MODULE_CRASHED' } });
    }
  });

  it('is found in a driver that is well, whatever the others do', async () => {
    expect(await keyringOf('crashes', 'at-fault', 'well').locate('1', never)).toEqual({ ok: true, value: true });
  });

  it('is not there when the driver that had it says so, whatever the others do', async () => {
    const keyring = keyringWith([driver('crashes'), driver('leaves', await memory())]);
    expect(await keyring.locate('1', never)).toEqual({ ok: true, value: true });
    expect(await keyring.locate('1', never)).toMatchObject({ error: { code: 'KEY_NOT_FOUND' } });
  });

  it('is not another one, and not found when there is none', async () => {
    expect(await keyringOf('well').locate('2', never)).toMatchObject({ error: { code: 'WORK_ORDER_OTHER_KEY' } });
    expect(await keyringOf().locate('1', never)).toMatchObject({ error: { code: 'KEY_NOT_FOUND' } });
  });
});

it('a key of no driver is not found', async () => {
  expect(await keyringOf('well').read('other:1', never)).toMatchObject({ error: { code: 'KEY_NOT_FOUND' } });
});
