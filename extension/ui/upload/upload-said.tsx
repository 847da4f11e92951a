import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { Spinner } from '../spinner.tsx';
import { fileSize, megabytes, megabytesOver } from './file-size.ts';
import type { UploadStanding } from './upload-standing.ts';

export interface UploadSaidProps {
  readonly title: string;
  readonly standing: UploadStanding;
  readonly limitBytes: number;
}

/** How it stands. What comes of it is said aloud; each kilobyte on the way is not. */
export function UploadSaid(props: UploadSaidProps) {
  const { title, standing } = props;
  return (
    <>
      {(standing.kind === 'sending' || standing.kind === 'stopped') && (
        <ProgressBar
          label={t('part.uploadSending', { name: title })}
          value={standing.sentBytes}
          max={standing.totalBytes}
        />
      )}
      {standing.kind === 'sending' && <p>{t('part.uploadSize', sizes(standing))}</p>}
      <p aria-live="polite">
        <Outcome {...props} />
      </p>
    </>
  );
}

function Outcome({ standing, limitBytes }: UploadSaidProps) {
  switch (standing.kind) {
    case 'empty':
      return <>{t('part.uploadDrop')}</>;
    case 'sending':
      return null;
    case 'shrinking':
      return (
        <>
          <Spinner />
          {t('part.uploadShrinking')}
        </>
      );
    case 'too-large':
      return (
        <span class="warn">
          <Icon name="alert" small />
          {t('part.uploadTooLarge', { size: megabytesOver(standing.bytes), limit: megabytes(limitBytes) })}
        </span>
      );
    case 'stopped':
      return (
        <span class="warn">
          <Icon name="pause" small />
          {t('part.uploadStopped', { ...sizes(standing), reason: standing.reason })}
        </span>
      );
    case 'done':
      return (
        <span class="ok">
          <Icon name="okc" small />
          {standing.note ?? t('part.uploadDone')}
        </span>
      );
    case 'rejected':
      return (
        <span class="bad">
          <Icon name="stop" small />
          {t('part.uploadRejected', { reason: standing.reason })}
        </span>
      );
  }
}

function sizes({ sentBytes, totalBytes }: { readonly sentBytes: number; readonly totalBytes: number }) {
  return { sent: fileSize(sentBytes), total: fileSize(totalBytes) };
}
