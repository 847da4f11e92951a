import type { CertificateSummary } from '@certbridge/shared/domain/certificate.ts';
import { chinaDate, daysLeft } from '@certbridge/shared/domain/china-time.ts';
import type { PluggedKey } from './keys-state.ts';

export const FACE_STATES = [
  'working',
  'valid',
  'due',
  'expired',
  'locked',
  'notYetValid',
  'notOurs',
  'empty',
  'orphan',
  'unreadable',
] as const;
export type FaceState = (typeof FACE_STATES)[number];

/** What the key card says, before any language. */
export interface KeyFace {
  readonly state: FaceState;
  /** The certificate's holder, or the key's own label while there is none. */
  readonly title: string;
  readonly kind?: CertificateSummary['kind'];
  /** The last four of the key's serial, as printed on its shell. */
  readonly tail: string;
  /** Calendar days in China. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly daysLeft?: number;
}

/** From here on the ring empties and the card warns. */
export const DUE_BELOW_DAYS = 90;

export function keyFace(key: PluggedKey, now: Date): KeyFace {
  const certificate = key.certificates && mainCertificate(key.certificates);
  const { label, model, serial } = key.summary;
  const own = { title: label || model || serial, tail: serial.slice(-4) };
  if (!certificate) return { ...own, state: stateWithoutCertificate(key) };
  const validUntil = new Date(certificate.validUntil);
  return {
    ...own,
    title: certificate.holder || own.title,
    kind: certificate.kind,
    validFrom: chinaDate(new Date(certificate.validFrom)),
    validUntil: chinaDate(validUntil),
    daysLeft: daysLeft(validUntil, now),
    state: stateOf(key, certificate, now),
  };
}

/** The certificate that the key is known by: ours before others, usable before orphaned, for signing, the newest. */
export function mainCertificate(certificates: readonly CertificateSummary[]): CertificateSummary | undefined {
  const rank = (one: CertificateSummary) =>
    (one.hasPrivateKey ? 4 : 0) + (one.kind === 'other' ? 0 : 2) + (one.uses.includes('sign') ? 1 : 0);
  return certificates.toSorted((a, b) => rank(b) - rank(a) || b.validUntil.localeCompare(a.validUntil))[0];
}

function stateWithoutCertificate(key: PluggedKey): FaceState {
  if (key.error) return 'unreadable';
  if (!key.certificates) return 'working';
  return key.summary.pin.state === 'locked' ? 'locked' : 'empty';
}

function stateOf(key: PluggedKey, certificate: CertificateSummary, now: Date): FaceState {
  if (certificate.kind === 'other') return 'notOurs';
  if (key.summary.pin.state === 'locked') return 'locked';
  if (!certificate.hasPrivateKey) return 'orphan';
  return stateInTime(certificate, now);
}

function stateInTime(certificate: CertificateSummary, now: Date): FaceState {
  if (now.getTime() < Date.parse(certificate.validFrom)) return 'notYetValid';
  const validUntil = new Date(certificate.validUntil);
  if (now.getTime() > validUntil.getTime()) return 'expired';
  return daysLeft(validUntil, now) < DUE_BELOW_DAYS ? 'due' : 'valid';
}
