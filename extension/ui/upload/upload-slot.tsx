import { useId } from 'preact/hooks';
import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-shapes.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { UploadActs, type UploadActsProps } from './upload-acts.tsx';
import { UploadSaid } from './upload-said.tsx';
import './upload-slot.css';
import { useFileCatch } from './use-file-catch.ts';

export interface UploadSlotProps extends UploadActsProps {
  /** What must be true of it, in one line. */
  readonly rule: string;
  readonly icon?: IconName;
  readonly limitBytes: number;
  /** A small picture of what is there, as an address that needs no fetching. */
  readonly thumbnail?: string | undefined;
}

export function UploadSlot(props: UploadSlotProps) {
  const { title, rule, icon = 'doc', standing, limitBytes, thumbnail } = props;
  const id = useId();
  const slot = useKeptFocus<HTMLFieldSetElement>();
  const busy = standing.kind === 'sending' || standing.kind === 'shrinking';
  const { dragging, handlers } = useFileCatch((file) => {
    if (!busy) props.onFile(file);
  });
  return (
    <fieldset
      ref={slot}
      class={`up up-${dragging ? 'dragging' : standing.kind}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-rule`}
      // Clicked, it has the focus, and a picture can be pasted into it.
      tabIndex={-1}
      {...handlers}
    >
      <span class="up-picture">
        {thumbnail ? <img src={thumbnail} alt="" /> : <Icon name={standing.kind === 'empty' ? 'up' : icon} />}
      </span>
      <div class="up-text">
        <b id={`${id}-title`} class="wrap">
          {title}
        </b>
        <small id={`${id}-rule`}>{rule}</small>
        <div class="up-said">
          {dragging ? (
            t('part.uploadRelease')
          ) : (
            <UploadSaid title={title} standing={standing} limitBytes={limitBytes} />
          )}
        </div>
        <div class="up-acts">
          <UploadActs {...props} />
        </div>
      </div>
    </fieldset>
  );
}
