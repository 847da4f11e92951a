import { useId } from 'preact/hooks';
import './field.css';
import { describedBy, FieldLine } from './field-line.tsx';
import './input.css';

export interface ReadOnlyFieldProps {
  readonly label: string;
  readonly value: string;
  /** Why it cannot be changed here, or where it can. */
  readonly hint?: string | undefined;
}

/** Can be reached, read and copied as any field, but not changed. */
export function ReadOnlyField({ label, value, hint }: ReadOnlyFieldProps) {
  const id = useId();
  return (
    <div class="fld">
      <div class="lab">
        <label for={id}>{label}</label>
      </div>
      <input id={id} class="inp" readOnly value={value} title={value} aria-describedby={describedBy({ id, hint })} />
      <FieldLine id={id} hint={hint} />
    </div>
  );
}
