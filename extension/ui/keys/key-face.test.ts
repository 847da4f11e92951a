import { describe, expect, it } from 'vitest';
import { sampleCertificate, sampleKey } from '../gallery/sample-keys.ts';
import { keyFace, mainCertificate } from './key-face.ts';
import type { PluggedKey } from './keys-state.ts';

const NOW = new Date('2025-11-21T10:30:00+08:00');
const plugged = (more: Partial<PluggedKey> = {}): PluggedKey => ({
  summary: sampleKey(),
  certificates: [sampleCertificate()],
  error: undefined,
  reading: undefined,
  ...more,
});
const ending = (validUntil: string) => plugged({ certificates: [sampleCertificate({ validUntil })] });

describe('the face of a key', () => {
  it('names holder, kind, the last four of the serial, and the end', () => {
    expect(keyFace(plugged(), NOW)).toEqual({
      state: 'due',
      title: '示例建设工程有限公司',
      kind: 'unit',
      tail: '0926',
      validFrom: '2024-12-15',
      validUntil: '2025-12-14',
      daysLeft: 23,
    });
  });

  it.each([
    ['2026-02-19T15:59:59.000Z', 'valid', 90],
    ['2026-02-18T15:59:59.000Z', 'due', 89],
    ['2025-11-21T15:59:59.000Z', 'due', 0],
    ['2025-11-21T02:29:59.000Z', 'expired', 0],
    ['2025-11-20T15:59:59.000Z', 'expired', -1],
  ])('with the end at %s is %s', (end, state, days) => {
    expect(keyFace(ending(end), NOW)).toMatchObject({ state, daysLeft: days });
  });

  it('is not valid before its time', () => {
    const later = sampleCertificate({ validFrom: '2025-12-01T00:00:00.000Z' });
    expect(keyFace(plugged({ certificates: [later] }), NOW).state).toBe('notYetValid');
  });

  it('is locked before it is anything else that we issued', () => {
    const summary = sampleKey({ pin: { state: 'locked' } });
    expect(keyFace({ ...ending('2025-11-20T15:59:59.000Z'), summary }, NOW).state).toBe('locked');
    expect(keyFace(plugged({ summary, certificates: [] }), NOW).state).toBe('locked');
  });

  it('says when its certificates are being read, were not readable, or are none', () => {
    expect(keyFace(plugged({ certificates: undefined }), NOW)).toMatchObject({
      state: 'working',
      title: 'SmartCard-HSM',
    });
    expect(keyFace(plugged({ certificates: undefined, error: { code: 'DRIVER_FAULT' } }), NOW).state).toBe(
      'unreadable',
    );
    expect(keyFace(plugged({ certificates: [] }), NOW).state).toBe('empty');
  });

  it('tells a certificate that others issued, and one without its private key', () => {
    expect(keyFace(plugged({ certificates: [sampleCertificate({ kind: 'other' })] }), NOW).state).toBe('notOurs');
    expect(keyFace(plugged({ certificates: [sampleCertificate({ hasPrivateKey: false })] }), NOW).state).toBe('orphan');
  });

  it('falls back to model and serial where the key has no label', () => {
    const bare = plugged({ summary: sampleKey({ label: '' }), certificates: undefined });
    expect(keyFace(bare, NOW).title).toBe('PKCS#15 emulated');
    expect(keyFace({ ...bare, summary: sampleKey({ label: '', model: '' }) }, NOW).title).toBe('CB250A7F3C110926');
  });
});

describe('the certificate that a key is known by', () => {
  it('after a renewal is the new one', () => {
    const old = sampleCertificate();
    const renewed = sampleCertificate({ validUntil: '2026-12-14T15:59:59.000Z' });
    expect(mainCertificate([old, renewed])).toBe(renewed);
  });

  it('is for signing, even where the one for encryption ends later', () => {
    const encrypt = sampleCertificate({ uses: ['encrypt'], validUntil: '2027-12-14T15:59:59.000Z' });
    const sign = sampleCertificate();
    expect(mainCertificate([encrypt, sign])).toBe(sign);
  });

  it('is usable before it is ours, and ours before anybody’s', () => {
    const orphan = sampleCertificate({ hasPrivateKey: false });
    const foreign = sampleCertificate({ kind: 'other' });
    const ours = sampleCertificate({ uses: ['encrypt'] });
    expect(mainCertificate([orphan, foreign])).toBe(foreign);
    expect(mainCertificate([foreign, ours])).toBe(ours);
  });

  it('is none on an empty key', () => {
    expect(mainCertificate([])).toBeUndefined();
  });
});
