import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, importJWK } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../native-host/config/load-config.ts';
import { claimsOf } from '../../native-host/testing/sign-work-order.ts';
import { createWorkOrderCheck } from '../../native-host/work-orders/check-work-order.ts';
import { WORK_ORDER_TYPE } from '../../native-host/work-orders/jws-form.ts';
import { writeHostConfig } from './host-config.ts';
import { ensureWorkOrderKey } from './work-order-key.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certbridge-order-key-'));
  file = join(folder, 'service', 'work-order-key.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the host of a world obeys an order that is signed with the key of its service, and no other', async () => {
  const workOrderKeys = await ensureWorkOrderKey(file);
  const configPath = join(folder, 'host-config.json');
  await writeHostConfig(configPath, { modules: [], workOrderKeys, serviceUrl: 'http://127.0.0.1:7200/' });
  const config = await loadConfig(configPath);
  const check = createWorkOrderCheck({ keys: config.ok ? config.value.workOrderKeys : undefined, now: Date.now });

  const own = JSON.parse(readFileSync(file, 'utf8'));
  await ensureWorkOrderKey(join(folder, 'other.json'));
  const other = { ...JSON.parse(readFileSync(join(folder, 'other.json'), 'utf8')), kid: own.kid };
  expect(await check(await orderBy(own), 'decrypt.check')).toMatchObject({ ok: true });
  expect(await check(await orderBy(other), 'decrypt.check')).toMatchObject({ error: { code: 'WORK_ORDER_INVALID' } });
});

it('the key is made once, is read by its owner only, and its private half stays where it is', async () => {
  const first = await ensureWorkOrderKey(file);
  expect(await ensureWorkOrderKey(file)).toEqual(first);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(first.keys).toHaveLength(1);
  expect(Object.keys(first.keys[0] ?? {})).not.toContain('d');
});

it('the key is named by its thumbprint, RFC 7638', async () => {
  const { keys } = await ensureWorkOrderKey(file);
  expect(keys[0]?.kid).toBe(await calculateJwkThumbprint(JSON.parse(readFileSync(file, 'utf8'))));
});

async function orderBy(key: { readonly kid: string }): Promise<string> {
  const claims = claimsOf({ verb: 'decrypt.check', serial: 'S1' }, Date.now());
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: WORK_ORDER_TYPE })
    .sign(await importJWK(key, 'ES256'));
}
