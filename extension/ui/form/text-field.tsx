import { Field, type FieldProps } from './field.tsx';
import { hasLeft } from './has-left.ts';
import './input.css';

export interface TextFieldProps<Problem> extends FieldProps<string, Problem> {
  /** Which keyboard a phone shows. */
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  /** What the browser may fill in by itself. */
  readonly autocomplete?: string;
  /** An example, never a second label. */
  readonly placeholder?: string;
  /** For codes in which 0 and O are not the same. */
  readonly mono?: boolean;
}

export function TextField<Problem>(props: TextFieldProps<Problem>) {
  const { field, inputMode = 'text', autocomplete = 'off', placeholder, mono = false } = props;
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          class={mono ? 'inp mono' : 'inp'}
          type="text"
          inputMode={inputMode}
          autocomplete={autocomplete}
          placeholder={placeholder}
          spellcheck={false}
          value={field.value.value}
          onInput={({ currentTarget }) => field.edit(currentTarget.value)}
          onBlur={(event) => {
            if (hasLeft(event)) field.leave();
          }}
        />
      )}
    </Field>
  );
}
