import '../button.css';
import { Button } from '../button.tsx';
import { t } from '../i18n.ts';
import type { UploadStanding } from './upload-standing.ts';

export interface UploadActsProps {
  /** The material: 授权书，加盖公章. */
  readonly title: string;
  readonly standing: UploadStanding;
  /** Media types, as an input of files takes them. */
  readonly accept: string;
  /** Chosen, dropped or pasted; kind and size are not checked yet. */
  readonly onFile: (file: File) => void;
  readonly onShrink: () => void;
  readonly onResume: () => void;
  /** Absent where a phone is no way. */
  readonly onPhone?: (() => void) | undefined;
}

/** What can be done as things stand: the likeliest first. */
export function UploadActs(props: UploadActsProps) {
  switch (props.standing.kind) {
    case 'sending':
    case 'shrinking':
      return null;
    case 'too-large':
      return (
        <>
          <Button size="row" onClick={props.onShrink}>
            {t('part.uploadShrink')}
          </Button>
          <FileButton {...props} another />
        </>
      );
    case 'stopped':
      return (
        <>
          <Button size="row" onClick={props.onResume}>
            {t('part.uploadResume')}
          </Button>
          <FileButton {...props} another />
        </>
      );
    case 'empty':
      return (
        <>
          <FileButton {...props} />
          <PhoneButton {...props} />
        </>
      );
    case 'done':
      return <FileButton {...props} another />;
    case 'rejected':
      return (
        <>
          <FileButton {...props} another />
          <PhoneButton {...props} />
        </>
      );
  }
}

function PhoneButton({ onPhone }: Pick<UploadActsProps, 'onPhone'>) {
  if (!onPhone) return null;
  return (
    <Button kind="quiet" size="row" icon="phone" onClick={onPhone}>
      {t('part.uploadPhone')}
    </Button>
  );
}

interface FileButtonProps extends Pick<UploadActsProps, 'title' | 'accept' | 'onFile'> {
  readonly another?: boolean;
}

/** A native input of files, drawn as its label. */
function FileButton({ title, accept, onFile, another = false }: FileButtonProps) {
  return (
    <label class={another ? 'btn sm quiet' : 'btn sm'}>
      <input
        class="sr"
        type="file"
        accept={accept}
        aria-label={another ? t('part.uploadOtherFor', { name: title }) : t('part.uploadFileFor', { name: title })}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file, chosen again after it was changed, is a change too.
          currentTarget.value = '';
        }}
      />
      {another ? t('part.uploadOther') : t('part.uploadFile')}
    </label>
  );
}
