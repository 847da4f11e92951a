import { t } from '../i18n.ts';
import { Field, type FieldProps } from './field.tsx';
import { hasLeft } from './has-left.ts';
import './input.css';

export interface SelectOption {
  readonly value: string;
  readonly name: string;
}

export interface SelectFieldProps<Problem> extends FieldProps<string, Problem> {
  readonly options: readonly SelectOption[];
}

/** While nothing is chosen it says so, and nothing cannot be chosen again. */
export function SelectField<Problem>(props: SelectFieldProps<Problem>) {
  const { field, options } = props;
  return (
    <Field {...props}>
      {(control) => (
        <select
          {...control}
          class="inp"
          value={field.value.value}
          onChange={({ currentTarget }) => field.edit(currentTarget.value)}
          onBlur={(event) => {
            if (hasLeft(event)) field.leave();
          }}
        >
          <option value="" disabled hidden selected={field.value.value === ''}>
            {t('part.choose')}
          </option>
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
