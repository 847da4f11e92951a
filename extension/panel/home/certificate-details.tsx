import type { CertificateSummary } from '@certbridge/shared/domain/certificate.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import { type Definition, Definitions } from '../../ui/definitions.tsx';
import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import './certificate-details.css';

export interface CertificateDetailsProps {
  readonly summary: KeySummary;
  readonly certificates: readonly CertificateSummary[];
}

/** Everything that is public in the certificates of a key, folded away. */
export function CertificateDetails({ summary, certificates }: CertificateDetailsProps) {
  return (
    <details class="certs">
      <summary>
        <Icon name="down" small />
        {summaryText(certificates.length)}
      </summary>
      {certificates.map((certificate) => (
        <Definitions key={certificate.fingerprint} items={ofCertificate(certificate)} />
      ))}
      <Definitions items={ofKey(summary)} />
    </details>
  );
}

function summaryText(count: number): string {
  if (count === 0) return t('key.details');
  return count === 1 ? t('certificate.details') : t('certificate.detailsCount', { count });
}

function ofCertificate(certificate: CertificateSummary): Definition[] {
  const uses = certificate.uses.map((use) => t(`certificate.${use}`));
  const range = {
    from: chinaDate(new Date(certificate.validFrom)),
    until: chinaDate(new Date(certificate.validUntil)),
  };
  return [
    { name: t('certificate.holder'), value: certificate.holder },
    { name: t('certificate.issuer'), value: certificate.issuer },
    { name: t('certificate.serial'), value: <Mono>{certificate.serial.toUpperCase()}</Mono> },
    { name: t('certificate.validity'), value: t('certificate.validityRange', range) },
    { name: t('certificate.use'), value: uses.join(t('list.separator')) },
    { name: t('certificate.algorithm'), value: certificate.algorithm },
  ];
}

function ofKey({ serial, model, module }: KeySummary): Definition[] {
  return [
    { name: t('key.serial'), value: <Mono>{serial}</Mono> },
    { name: t('key.model'), value: model },
    { name: t('key.driver'), value: module.name },
  ];
}

function Mono({ children }: { readonly children: string }) {
  return <span class="mono">{children}</span>;
}
