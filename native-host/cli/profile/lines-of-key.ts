import { hex } from '../../profiles/draft-profile.ts';
import type { ProbedKey, ProbedMechanism, ProbeReport } from '../../token/pkcs11/probe/probe-report.ts';

const VENDOR_DEFINED = 0x8000_0000;

/** What a person wants to know of a key, in the order in which it matters. */
export function linesOfKey({ library, waitsForEvents }: ProbeReport, key: ProbedKey): string[] {
  const has = (name: string) => key.mechanisms.some((mechanism) => mechanism.name === name);
  const vendors = key.mechanisms.filter(({ number }) => number >= VENDOR_DEFINED);
  return [
    `UKey “${key.label}” ${key.serial}  ${key.manufacturer} ${key.model}`,
    `  驱动 · driver: ${library.manufacturer} ${library.description} ${library.version}`,
    `  ${key.initialised ? '已初始化 · initialised' : '空白 · blank'}, ${key.removable ? '可拔出 · removable' : '固定 · not removable'}, ${waitsForEvents ? '有插拔通知 · tells of plugging' : '无插拔通知 · does not tell of plugging'}`,
    `  密码长度 · password length: ${key.pin.min}–${key.pin.max}${key.claimsPinPad ? ', 自称有键盘 · claims a PIN pad' : ''}`,
    `  无需密码可见 · seen without a password: ${key.objects.certificates} certificates, ${key.objects.publicKeys} public keys, ${key.objects.privateKeys} private keys`,
    ...(key.freeBytes === undefined ? [] : [`  剩余空间 · free: ${key.freeBytes} bytes`]),
    line(has('CKM_RSA_PKCS_KEY_PAIR_GEN'), 'RSA 密钥对 · pairs'),
    line(has('CKM_SHA256_RSA_PKCS') || has('CKM_RSA_PKCS'), 'RSA 签名 · signatures'),
    line(has('CKM_SHA256_RSA_PKCS_PSS') || has('CKM_RSA_PKCS_PSS'), 'RSA-PSS'),
    line(has('CKM_EC_KEY_PAIR_GEN') || has('CKM_ECDSA_KEY_PAIR_GEN'), 'P-256 密钥对 · pairs'),
    line(has('CKM_ECDSA'), 'ECDSA'),
    ...(vendors.length > 0 ? [`  厂商自定义 · the vendor’s own: ${vendors.map(nameOf).join(' ')}`] : []),
    ...(key.work ? linesOfWork(key.work) : []),
  ];
}

function linesOfWork({ soPin, pin, steps }: NonNullable<ProbedKey['work']>): string[] {
  return [
    ...steps.map(({ what, ok, ms, support }) => `  ${ok ? '✓' : '✗'} ${what}  ${support ?? `${ms} ms`}`),
    ...(pin === '' ? [] : [`  现在的密码 · now its passwords are: ${pin}, SO ${soPin}`]),
  ];
}

function line(there: boolean, what: string): string {
  return `  ${there ? '✓' : '✗'} ${what}`;
}

function nameOf({ number }: ProbedMechanism): string {
  return hex(number);
}
