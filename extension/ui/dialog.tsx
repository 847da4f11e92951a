import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import './dialog.css';
import { Icon } from './icon.tsx';

export interface DialogProps {
  /** A question: 取消这笔新办订单？ */
  readonly question: string;
  readonly text?: string | undefined;
  readonly consequences: readonly string[];
  /** What each button does: 继续保留, 取消订单. */
  readonly keep: string;
  readonly act: string;
  /** What destroys is outlined in red; anything else is the primary action. */
  readonly destroys?: boolean;
  /** Said while the act is under way; there is no way out of it then. */
  readonly busy?: string | undefined;
  readonly failed?: string | undefined;
  readonly onKeep: () => void;
  readonly onAct: () => void;
}

/** As long as it is drawn it is open. The focus begins on what does no harm, Esc means the same, and it goes back after. */
export function Dialog(props: DialogProps) {
  const { question, busy, onKeep } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = () => {
    if (busy === undefined) onKeep();
  };

  useLayoutEffect(() => {
    dialog.current?.showModal();
    document.getElementById(`${id}-keep`)?.focus();
    return () => dialog.current?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      class="dlg"
      aria-label={question}
      aria-describedby={`${id}-why`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        keep();
      }}
      // Ways to close it that are no key, as the back gesture of a phone.
      onCancel={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <DialogContent {...props} onKeep={keep} id={id} />
    </dialog>
  );
}

/** What stands in it; apart, so that it can be looked at without being open. */
export function DialogContent(props: DialogProps & { readonly id: string }) {
  const { id, question, text, consequences, busy, failed } = props;
  return (
    <>
      <h2>{question}</h2>
      <div id={`${id}-why`}>
        {text && <p>{text}</p>}
        <ul>
          {consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
      </div>
      <p id={`${id}-said`} class={failed ? 'dlg-said bad' : 'dlg-said'} role="status">
        {busy === undefined && failed && <Icon name="stop" small />}
        {busy ?? failed}
      </p>
      <div class="dlg-acts">
        <Button
          id={`${id}-keep`}
          onClick={props.onKeep}
          {...(busy === undefined ? {} : { unavailableBecause: `${id}-said` })}
        >
          {props.keep}
        </Button>
        <Button kind={props.destroys ? 'danger' : 'primary'} busy={busy !== undefined} onClick={props.onAct}>
          {props.act}
        </Button>
      </div>
    </>
  );
}
