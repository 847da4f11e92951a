import type { CertificateSummary } from '@certbridge/shared/domain/certificate.ts';
import type { KeyDetails, KeySummary } from '@certbridge/shared/domain/key.ts';

/** Everything invented: names carry 示例. */
export function sampleKey(more: Partial<KeySummary> & { readonly tail?: string } = {}): KeySummary {
  const { tail = '0926', ...rest } = more;
  return {
    keyId: `sc-hsm:CB250A7F3C11${tail}`,
    label: 'SmartCard-HSM',
    serial: `CB250A7F3C11${tail}`,
    model: 'PKCS#15 emulated',
    manufacturer: 'CardContact',
    module: { id: 'opensc', name: 'OpenSC' },
    pin: { state: 'ok', triesLeft: 3 },
    insertedAt: '2025-11-21T02:30:00.000Z',
    ...rest,
  };
}

export function sampleCertificate(more: Partial<CertificateSummary> = {}): CertificateSummary {
  return {
    fingerprint: 'a3'.repeat(32),
    holder: '示例建设工程有限公司',
    kind: 'unit',
    issuer: '示例 CA 运营证书',
    serial: '10a7f0c23b915e44',
    validFrom: '2024-12-14T16:00:00.000Z',
    validUntil: '2025-12-14T15:59:59.000Z',
    daysLeft: 23,
    algorithm: 'RSA-2048',
    uses: ['sign'],
    hasPrivateKey: true,
    ...more,
  };
}

export const ENCRYPTION = sampleCertificate({
  fingerprint: 'b4'.repeat(32),
  serial: '10a7f0c23b915e45',
  uses: ['encrypt'],
});

export const DUE: KeyDetails = { ...sampleKey(), certificates: [sampleCertificate(), ENCRYPTION] };

export const VALID: KeyDetails = {
  ...sampleKey(),
  certificates: [sampleCertificate({ validFrom: '2025-06-23T16:00:00.000Z', validUntil: '2026-06-23T15:59:59.000Z' })],
};

export const LOCKED: KeyDetails = {
  ...sampleKey({ tail: '1187', pin: { state: 'locked', triesLeft: 0 } }),
  certificates: [sampleCertificate({ holder: '示例机电安装有限公司', validUntil: '2026-03-18T15:59:59.000Z' })],
};

export const EXPIRED: KeyDetails = {
  ...sampleKey({ tail: '2240', pin: { state: 'tries-used', triesLeft: 2 } }),
  certificates: [
    sampleCertificate({
      holder: '示例省示例市城市基础设施建设投资发展集团有限责任公司第一工程项目管理分公司',
      validUntil: '2025-10-30T15:59:59.000Z',
    }),
  ],
};

export const EXPIRED_LONG_AGO: KeyDetails = {
  ...sampleKey({ tail: '3301' }),
  certificates: [sampleCertificate({ validUntil: '2024-05-06T15:59:59.000Z', kind: 'person', holder: '李示例' })],
};

export const FOREIGN: KeyDetails = {
  ...sampleKey({ tail: '7A10' }),
  certificates: [
    sampleCertificate({ kind: 'other', holder: 'Example Software Ltd', validUntil: '2027-01-31T15:59:59.000Z' }),
  ],
};

export const EMPTY: KeyDetails = { ...sampleKey({ tail: '0001', label: '示例空白 UKey' }), certificates: [] };
