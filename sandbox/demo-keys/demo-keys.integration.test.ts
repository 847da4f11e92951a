import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { daysLeft } from '@certbridge/shared/domain/china-time.ts';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, id_ce_keyUsage, KeyUsage } from '@peculiar/asn1-x509';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readState } from '../card/state-file.ts';
import { cardFile, keysDir, readKeyRecords } from '../usb-port/virtual-key.ts';
import type { DemoCa } from './demo-ca.ts';
import { ensureDemoKeys } from './demo-keys.ts';

let dataDir: string;
let ca: DemoCa;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'cbdemo-'));
  ca = await ensureDemoKeys(dataDir);
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const certificate = (id: string, file: string): X509Certificate =>
  new X509Certificate(Buffer.from(readState(cardFile(dataDir, id)).files[file] ?? '', 'base64'));

function usesOf(of: X509Certificate): string[] {
  const { extensions } = AsnConvert.parse(of.raw, Certificate).tbsCertificate;
  const found = extensions?.find((extension) => extension.extnID === id_ce_keyUsage);
  return found ? AsnConvert.parse(found.extnValue, KeyUsage).toJSON().sort() : [];
}

test('the keys are what the demo promises', () => {
  const keys = readKeyRecords(dataDir).map(({ id, kind, holder, validUntil }) => {
    const days = daysLeft(new Date(validUntil ?? 0), new Date());
    return [id, kind, holder, days];
  });
  expect(keys).toEqual([
    ['ukey-0926', 'card', '示例建设工程有限公司', 23],
    ['ukey-1127', 'softhsm', '示例机电安装有限公司', 214],
    ['ukey-0315', 'softhsm', '张示例', -30],
    ['ukey-0408', 'card', '示例园林绿化有限公司', 120],
  ]);
});

test('certificates chain to the demo root and belong to their keys (RFC 5280)', () => {
  const signing = certificate('ukey-0926', 'CE01');
  const root = new X509Certificate(ca['rsa-2048'].certificate);
  expect(signing.checkIssued(root)).toBe(true);
  expect(signing.verify(root.publicKey)).toBe(true);
  expect(signing.ca).toBe(false);
  expect(root.ca).toBe(true);
  expect(signing.subject.split('\n')).toEqual([
    'C=CN',
    'ST=示例省',
    'L=示例市',
    'O=示例建设工程有限公司',
    'OU=91411400MA9K000EXP',
    'CN=示例建设工程有限公司',
  ]);
  const key = Buffer.from(readState(cardFile(dataDir, 'ukey-0926')).keys['01'] ?? '', 'base64');
  const held = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
  expect(signing.publicKey.equals(held)).toBe(true);
});

test('one pair signs, the other encrypts', () => {
  expect(usesOf(certificate('ukey-0926', 'CE01'))).toEqual(['digitalSignature', 'nonRepudiation']);
  expect(usesOf(certificate('ukey-0926', 'CE02'))).toEqual(['dataEncipherment', 'keyEncipherment']);
});

test('a second start makes nothing, and nothing is left half made', async () => {
  const before = readdirSync(keysDir(dataDir)).map((name) => statSync(join(keysDir(dataDir), name)).ino);
  const again = await ensureDemoKeys(dataDir);
  expect(readdirSync(keysDir(dataDir)).map((name) => statSync(join(keysDir(dataDir), name)).ino)).toEqual(before);
  expect(again.p256.certificate.equals(ca.p256.certificate)).toBe(true);
  expect(readdirSync(keysDir(dataDir)).some((name) => name.startsWith('.'))).toBe(false);
});
