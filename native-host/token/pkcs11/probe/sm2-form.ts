import { sm2 } from 'sm-crypto-v2';
import { hash } from '../../../formats/digests.ts';
import { signatureToRaw } from '../../../formats/signature-value.ts';
import { signerHash } from '../../../formats/sm2/signer-hash.ts';
import type { ProbedSm2 } from './probe-report.ts';

export type Sm2Form = Pick<ProbedSm2, 'takes' | 'addsZ' | 'answers'>;

export interface Sm2Sample {
  /** 32 bytes, so that a mechanism that takes a hash takes them too. */
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
  /** 04 ‖ x ‖ y. */
  readonly point: Uint8Array;
}

const RAW_BYTES = 64;

/** What a mechanism did to the data, found out by verifying its signature each way. Nothing when none fits. */
export function sm2FormOf({ data, signature, point }: Sm2Sample): Sm2Form | undefined {
  const answers = signature.length === RAW_BYTES ? 'raw' : 'der';
  const raw = answers === 'raw' ? signature : rawOf(signature);
  if (!raw) return undefined;
  const hashes = [
    { takes: 'digest', addsZ: false, e: data },
    { takes: 'message', addsZ: true, e: hash('sm3', signerHash(point), data) },
    { takes: 'message', addsZ: false, e: hash('sm3', data) },
  ] as const;
  const found = hashes.find(({ e }) =>
    sm2.doVerifySignature(e, Buffer.from(raw).toString('hex'), Buffer.from(point).toString('hex'), { hash: false }),
  );
  return found && { takes: found.takes, addsZ: found.addsZ, answers };
}

function rawOf(der: Uint8Array): Uint8Array | undefined {
  try {
    return signatureToRaw(der);
  } catch {
    return undefined;
  }
}
