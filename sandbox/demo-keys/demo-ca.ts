import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Issuer, issueCertificate, type Subject } from './certificates.ts';
import type { DemoAlgorithm } from './demo-key-specs.ts';
import { makeWhole } from './place.ts';

const makePair = promisify(generateKeyPair);
const CA_YEARS = 10;
const YEAR_MS = 365.25 * 86_400_000;

export interface DemoIssuer extends Issuer {
  /** DER. */
  readonly certificate: Buffer;
}

/** One root for each algorithm, so that a whole chain can be checked with one. */
export type DemoCa = Readonly<Record<DemoAlgorithm, DemoIssuer>>;

const CA_NAMES: Readonly<Record<DemoAlgorithm, Subject>> = {
  'rsa-2048': {
    province: '示例省',
    city: '示例市',
    organisation: '证桥示例认证机构',
    commonName: '证桥示例根证书 RSA',
  },
  p256: { province: '示例省', city: '示例市', organisation: '证桥示例认证机构', commonName: '证桥示例根证书 P-256' },
};

export async function ensureDemoCa(dataDir: string): Promise<DemoCa> {
  const dir = join(dataDir, 'demo-ca');
  if (!existsSync(dir)) {
    await makeWhole(dir, async (draft) => {
      await Promise.all((['rsa-2048', 'p256'] as const).map((algorithm) => makeIssuer(draft, algorithm)));
    });
  }
  return { 'rsa-2048': readIssuer(dir, 'rsa-2048'), p256: readIssuer(dir, 'p256') };
}

export async function makeKey(algorithm: DemoAlgorithm): Promise<KeyObject> {
  if (algorithm === 'p256') return (await makePair('ec', { namedCurve: 'P-256' })).privateKey;
  return (await makePair('rsa', { modulusLength: 2048 })).privateKey;
}

async function makeIssuer(dir: string, algorithm: DemoAlgorithm): Promise<void> {
  const key = await makeKey(algorithm);
  const name = CA_NAMES[algorithm];
  const from = new Date();
  const until = new Date(from.getTime() + CA_YEARS * YEAR_MS);
  const der = issueCertificate(
    { name, key },
    { subject: name, publicKey: createPublicKey(key), use: 'ca', from, until },
  );
  const pem = key.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(join(dir, `${algorithm}.key.pem`), pem, { mode: 0o600 });
  writeFileSync(join(dir, `${algorithm}.cert.pem`), new X509Certificate(der).toString());
}

function readIssuer(dir: string, algorithm: DemoAlgorithm): DemoIssuer {
  return {
    name: CA_NAMES[algorithm],
    key: createPrivateKey(readFileSync(join(dir, `${algorithm}.key.pem`))),
    certificate: new X509Certificate(readFileSync(join(dir, `${algorithm}.cert.pem`))).raw,
  };
}
