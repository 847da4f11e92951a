import { useId } from 'preact/hooks';
import { t } from '../i18n.ts';
import './field.css';
import type { FieldProps } from './field.tsx';
import { describedBy, FieldLine } from './field-line.tsx';
import type { FieldState } from './field-state.ts';
import { hasLeft } from './has-left.ts';
import './input.css';

export interface Region {
  readonly code: string;
  readonly name: string;
}

export interface Province extends Region {
  readonly cities: readonly Region[];
}

export interface RegionFieldProps<Problem> extends Omit<FieldProps<string, Problem>, 'field'> {
  readonly provinces: readonly Province[];
  readonly province: FieldState<string, Problem>;
  readonly city: FieldState<string, Problem>;
}

/** A province, and then one of its cities. Both hold a code. */
export function RegionField<Problem>(props: RegionFieldProps<Problem>) {
  const { label, say, hint, optional = false, provinces, province, city } = props;
  const id = useId();
  const cities = provinces.find(({ code }) => code === province.value.value)?.cities ?? [];
  const wrong = [province, city].find((field) => field.error.value !== undefined);
  const problem = wrong?.error.value;
  const line = { id, hint, message: problem === undefined ? undefined : say(problem) };
  const shared = { describedBy: describedBy(line), required: !optional };

  function chooseProvince(code: string): void {
    province.edit(code);
    const inside = provinces.find((each) => each.code === code)?.cities ?? [];
    // A municipality is its own only city.
    city.edit((inside.length === 1 && inside[0]?.code) || '');
  }

  return (
    <fieldset class="fld">
      <legend class="lab">
        {label}
        {optional && <small>{t('part.optional')}</small>}
      </legend>
      <div class="pair">
        <RegionSelect
          {...shared}
          label={t('part.province')}
          field={province}
          regions={provinces}
          onChoose={chooseProvince}
        />
        <RegionSelect {...shared} label={t('part.city')} field={city} regions={cities} onChoose={city.edit} />
      </div>
      <FieldLine {...line} {...(wrong ? { onRepair: wrong.repair } : {})} />
    </fieldset>
  );
}

interface RegionSelectProps<Problem> {
  readonly label: string;
  readonly field: FieldState<string, Problem>;
  readonly regions: readonly Region[];
  readonly describedBy: string | undefined;
  readonly required: boolean;
  readonly onChoose: (code: string) => void;
}

function RegionSelect<Problem>(props: RegionSelectProps<Problem>) {
  const { label, field, regions, onChoose } = props;
  const id = useId();
  const empty = regions.length === 0;
  return (
    <div>
      <label class="sublab" for={id}>
        {label}
      </label>
      <select
        id={id}
        ref={field.attach}
        class="inp"
        value={field.value.value}
        disabled={empty}
        aria-describedby={props.describedBy}
        aria-invalid={field.error.value !== undefined}
        aria-required={props.required}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        onBlur={(event) => {
          if (hasLeft(event)) field.leave();
        }}
      >
        <option value="" disabled hidden selected={field.value.value === ''}>
          {t(empty ? 'part.provinceFirst' : 'part.choose')}
        </option>
        {regions.map(({ code, name }) => (
          <option key={code} value={code} lang="zh-CN">
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
