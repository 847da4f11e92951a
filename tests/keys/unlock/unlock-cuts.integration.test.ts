import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { ModuleConfig } from '../../../native-host/config/host-config.ts';
import { buildFaultToken, createFaultToken, type FaultToken } from '../../fixtures/fault-token/fault-token.ts';
import { openUnlockDesk, type UnlockDesk } from './unlock-desk.ts';

const PAIR = { current: '12345678', next: '87654321' };
const SETTINGS = { label: 'Cut', 'preset-so-pin': PAIR.current, 'preset-user-pin': '648219', 'so-tries': 2 };

let path: string;
let calls: readonly string[];

beforeAll(async () => {
  path = await buildFaultToken();
  calls = await withKey(async ({ token, desk }) => {
    expect(await desk.unlock(PAIR)).toMatchObject({ ok: true, value: { rotated: true } });
    return token.trace().map(({ call }) => call);
  });
});

it('an unlocking makes the calls that are cut below', () => {
  expect(calls).toEqual(expect.arrayContaining(['C_Login', 'C_InitPIN', 'C_SetPIN', 'C_GetTokenInfo']));
  expect(calls.length).toBeLessThan(60);
});

it.each(['vanish', 'vanish-after'])('%s at every call: the resumed unlocking succeeds', async (action) => {
  for (let nth = 1; nth <= calls.length; nth += 1) await cutAndResume(action, nth);
});

/** The calls that present a password or change one; between the others a dead process is like one that died before. */
it.each(['crash', 'crash-after', 'return:0x30'])(
  '%s at every password: the resumed unlocking succeeds',
  async (action) => {
    const passwords = calls.flatMap((call, index) => (/^C_(Login|InitPIN|SetPIN)$/.test(call) ? index + 1 : []));
    expect(passwords.length).toBeGreaterThanOrEqual(5);
    for (const nth of passwords) await cutAndResume(action, nth);
  },
);

/** The key has two tries, so a second wrong one in a row would lock it for ever, and nothing could succeed. */
async function cutAndResume(action: string, nth: number): Promise<void> {
  await withKey(async ({ token, desk }) => {
    token.setFaults([`call=* nth=${nth} count=global do=${action}`]);
    await desk.unlock(PAIR);
    token.setFaults([]);
    token.plug();
    expect(await desk.unlock(PAIR, '602837'), `${action} at ${nth}, ${calls[nth - 1]}`).toMatchObject({
      ok: true,
      value: { after: { state: 'ok' }, rotated: true },
    });
  });
}

interface Bench {
  readonly token: FaultToken;
  readonly desk: UnlockDesk;
}

async function withKey<Answer>(work: (bench: Bench) => Promise<Answer>): Promise<Answer> {
  const dir = mkdtempSync(join(tmpdir(), 'cb-cuts-'));
  const token = createFaultToken(dir, SETTINGS);
  const module: ModuleConfig = {
    id: 'fault',
    name: 'Fault',
    path,
    env: { ...token.env },
    seesNewTokensAfter: 'polling',
  };
  const desk = await openUnlockDesk(module, 'FT-token0');
  token.resetCounter();
  try {
    return await work({ token, desk });
  } finally {
    await desk.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
