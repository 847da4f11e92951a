import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import { Spinner } from '../spinner.tsx';
import './field.css';

/** What is wrong, in the language of the page, and what would put it right, where that is known. */
export interface FieldMessage<Value> {
  readonly text: string;
  readonly repair?: { readonly label: string; readonly value: Value };
}

export interface FieldLineProps<Value> {
  /** Of the control that it belongs to. */
  readonly id: string;
  readonly hint?: string | undefined;
  readonly message?: FieldMessage<Value> | undefined;
  readonly checking?: boolean;
  readonly onRepair?: (value: Value) => void;
}

/** The one line below a control: its hint, or that it is being checked, or what is wrong. Its place is kept. */
export function FieldLine<Value>({ id, hint, message, checking = false, onRepair }: FieldLineProps<Value>) {
  const repair = message?.repair;
  return (
    <div class="msg">
      {hint && !message && !checking && <p id={`${id}-hint`}>{hint}</p>}
      <p id={`${id}-said`} class={message ? 'bad' : ''} aria-live="polite">
        {message && <Icon name="stop" small />}
        {!message && checking && <Spinner />}
        {message ? message.text : checking && t('part.checking')}
      </p>
      {repair && (
        <button type="button" onClick={() => onRepair?.(repair.value)}>
          {repair.label}
        </button>
      )}
    </div>
  );
}

/** The id of what describes the control just now. */
export function describedBy(line: Pick<FieldLineProps<unknown>, 'id' | 'hint' | 'message' | 'checking'>) {
  if (line.message || line.checking) return `${line.id}-said`;
  return line.hint ? `${line.id}-hint` : undefined;
}
