import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../i18n.ts';
import './field.css';
import { describedBy, FieldLine, type FieldMessage } from './field-line.tsx';
import type { FieldState, Focusable } from './field-state.ts';

/** What every field is told by its screen. */
export interface FieldProps<Value, Problem> {
  readonly field: FieldState<Value, Problem>;
  readonly label: string;
  /** The words for a problem, asked for whenever they are drawn, so that they follow the language. */
  readonly say: (problem: Problem) => FieldMessage<Value>;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
}

/** What a control needs to belong to its label and its line. */
export interface ControlAttributes {
  readonly id: string;
  readonly ref: (control: Focusable | null) => void;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
}

export interface FieldFrameProps<Value, Problem> extends FieldProps<Value, Problem> {
  /** At the end of the label's row, instead of 选填. */
  readonly aside?: ComponentChildren;
  readonly children: (control: ControlAttributes) => ComponentChildren;
}

/** Label, control, and one line for hint or error. */
export function Field<Value, Problem>(props: FieldFrameProps<Value, Problem>) {
  const { field, label, say, hint, optional = false, aside, children } = props;
  const id = useId();
  const problem = field.error.value;
  const line = {
    id,
    hint,
    message: problem === undefined ? undefined : say(problem),
    checking: field.checking.value,
  };
  return (
    <div class="fld">
      <div class="lab">
        <label for={id}>{label}</label>
        {aside ?? (optional && <small>{t('part.optional')}</small>)}
      </div>
      {children({
        id,
        ref: field.attach,
        'aria-describedby': describedBy(line),
        'aria-invalid': problem !== undefined,
        'aria-required': !optional,
      })}
      <FieldLine {...line} onRepair={field.repair} />
    </div>
  );
}
