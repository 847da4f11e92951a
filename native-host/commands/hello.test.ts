import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { describe, expect, it } from 'vitest';
import { hostContract } from '../host-contract.ts';
import type { HostPeer } from '../host-peer.ts';
import { hello } from './hello.ts';

async function greeting(ours: { min: number; max: number }, theirs: { min: number; max: number }) {
  const peer: HostPeer = { extensionId: 'x', greeted: false };
  const context = { peer, cancellation: createCanceller().cancellation, emit: () => undefined as never };
  const result = await hello(ours)({ extensionVersion: '9.9.9', protocol: theirs }, context);
  return { result, greeted: peer.greeted };
}

describe('hello', () => {
  it.each([
    [{ min: 1, max: 1 }, { min: 1, max: 1 }, 1],
    [{ min: 1, max: 3 }, { min: 2, max: 5 }, 3],
    [{ min: 2, max: 5 }, { min: 1, max: 3 }, 3],
  ])('agrees on the newest protocol of both: %o and %o', async (ours, theirs, agreed) => {
    const { result, greeted } = await greeting(ours, theirs);
    expect(result).toMatchObject({ ok: true, value: { agreed, protocol: ours } });
    expect(greeted).toBe(true);
  });

  it('names the host too old when the extension asks for more than it has', async () => {
    const { result, greeted } = await greeting({ min: 1, max: 1 }, { min: 2, max: 3 });
    expect(result).toMatchObject({ error: { code: 'HOST_TOO_OLD', values: { extensionVersion: '9.9.9' } } });
    expect(greeted).toBe(false);
  });

  it('names the extension too old when the host has given up its protocol', async () => {
    const { result, greeted } = await greeting({ min: 3, max: 4 }, { min: 1, max: 2 });
    expect(result).toMatchObject({ error: { code: 'EXTENSION_TOO_OLD' } });
    expect(greeted).toBe(false);
  });

  it('offers every operation of the contract', async () => {
    const { result } = await greeting({ min: 1, max: 1 }, { min: 1, max: 1 });
    expect(result.ok && result.value.capabilities).toEqual(Object.keys(hostContract));
  });
});
