import { createPublicKey, type KeyObject } from 'node:crypto';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { type CERTIFICATE_USES, issueCertificate } from './certificates.ts';
import { type DemoCa, makeKey } from './demo-ca.ts';
import type { DemoKeySpec } from './demo-key-specs.ts';

/** A private key and its certificate, paired by CKA_ID. */
export interface Pair {
  readonly ckaId: number;
  readonly label: string;
  readonly use: Exclude<keyof typeof CERTIFICATE_USES, 'ca'>;
  readonly key: KeyObject;
  /** DER. */
  readonly certificate: Buffer;
}

export interface KeyContent {
  readonly pairs: readonly Pair[];
  readonly validUntil: Date;
}

const DAY_MS = 86_400_000;
const TERM_DAYS = 365;

export async function makeContent(spec: DemoKeySpec, ca: DemoCa): Promise<KeyContent> {
  const validUntil = lastSecondOfDay(new Date(Date.now() + spec.daysLeft * DAY_MS));
  const from = new Date(validUntil.getTime() - TERM_DAYS * DAY_MS);
  const pair = async (ckaId: number, use: Pair['use']): Promise<Pair> => {
    const key = await makeKey(spec.algorithm);
    const publicKey = createPublicKey(key);
    const request = { subject: spec.subject, publicKey, use, from, until: validUntil };
    const label = `${spec.subject.commonName} ${use === 'sign' ? '签名' : '加密'}`;
    return { ckaId, label, use, key, certificate: issueCertificate(ca[spec.algorithm], request) };
  };
  const wanted = [pair(1, 'sign'), ...(spec.encryptionPair ? [pair(2, 'encrypt')] : [])];
  return { pairs: await Promise.all(wanted), validUntil };
}

/** A certificate is valid through its last day in China. */
const lastSecondOfDay = (instant: Date): Date => new Date(`${chinaDate(instant)}T23:59:59+08:00`);
