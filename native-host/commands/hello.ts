import { PROTOCOL } from '@certbridge/shared/contract/limits.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { hostContract } from '../host-contract.ts';
import type { HostHandler } from '../host-peer.ts';
import { HOST_VERSION } from '../version.ts';

interface ProtocolRange {
  readonly min: number;
  readonly max: number;
}

/** Agrees on the newest protocol that both speak, or says which of the two is too old. */
export function hello(ours: ProtocolRange = PROTOCOL): HostHandler<'hello'> {
  return async ({ extensionVersion, protocol: theirs }, { peer }) => {
    const values = { hostVersion: HOST_VERSION, extensionVersion };
    if (theirs.min > ours.max) return fail('HOST_TOO_OLD', { values });
    if (theirs.max < ours.min) return fail('EXTENSION_TOO_OLD', { values });
    peer.greeted = true;
    return ok({
      hostVersion: HOST_VERSION,
      protocol: { min: ours.min, max: ours.max },
      agreed: Math.min(theirs.max, ours.max),
      capabilities: Object.keys(hostContract),
      platform: `${process.platform}-${process.arch}`,
    });
  };
}
