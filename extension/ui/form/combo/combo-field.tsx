import type { ComponentChildren } from 'preact';
import { t } from '../../i18n.ts';
import { Icon } from '../../icon.tsx';
import { type ControlAttributes, Field, type FieldProps } from '../field.tsx';
import { hasLeft } from '../has-left.ts';
import '../input.css';
import './combo-field.css';
import { ComboList } from './combo-list.tsx';
import { type ComboChoices, useCombo } from './use-combo.ts';

export interface ComboFieldProps<Problem> extends FieldProps<string, Problem>, ComboChoices<Problem> {
  readonly placeholder?: string;
  /** The language of the names in the list, where it is not the page's. */
  readonly optionsLang?: string;
  /** Drawn below once “other” is chosen: where it is typed by hand. */
  readonly whenOther?: ComponentChildren;
}

/** A long list with a search in it. */
export function ComboField<Problem>(props: ComboFieldProps<Problem>) {
  const { field, other, whenOther } = props;
  return (
    <>
      <Field {...props}>{(control) => <ComboControl {...props} control={control} />}</Field>
      {other && field.value.value === other.id && whenOther}
    </>
  );
}

function ComboControl<Problem>(props: ComboFieldProps<Problem> & { readonly control: ControlAttributes }) {
  const { control, label, placeholder, optionsLang, field } = props;
  const combo = useCombo(props);
  const { view, shown } = combo;
  const listed = view.open && shown.length > 0;
  return (
    <div class="combo">
      <input
        {...control}
        class="inp"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-expanded={listed}
        aria-controls={`${control.id}-list`}
        aria-activedescendant={listed && view.active !== undefined ? `${control.id}-${view.active}` : undefined}
        value={combo.text}
        onInput={({ currentTarget }) => combo.search(currentTarget.value)}
        onClick={combo.open}
        onKeyDown={(event) => {
          if (combo.press(event)) event.preventDefault();
        }}
        onBlur={(event) => {
          if (!hasLeft(event)) return;
          combo.close();
          field.leave();
        }}
      />
      <Icon name="down" small />
      {view.open && <ComboList id={control.id} label={label} lang={optionsLang} combo={combo} />}
      <span class="sr" role="status">
        {view.open && (shown.length > 0 ? t('part.comboMatches', { count: shown.length }) : nothingFound(combo.text))}
      </span>
    </div>
  );
}

function nothingFound(text: string): string {
  return t('part.comboNone', { text });
}
