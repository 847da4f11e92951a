import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import type { FieldProps } from './field.tsx';
import { describedBy, FieldLine } from './field-line.tsx';
import type { Focusable } from './field-state.ts';
import { hasLeftGroup } from './has-left.ts';
import './segmented-choice.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  /** The language of the title, where it is not the page's. */
  readonly lang?: string | undefined;
  readonly text?: string | undefined;
  /** Why it cannot be chosen just now. What is never possible here is left out instead. */
  readonly unavailable?: string | undefined;
}

export interface SegmentedChoiceProps<Value extends string, Problem> extends FieldProps<Value, Problem> {
  /** Two to four. */
  readonly choices: readonly Choice<Value>[];
  readonly aside?: string | undefined;
  /** What the choice leads to; given, its place is kept. */
  readonly consequence?: ComponentChildren;
  /** `flat`: titles only, in one well. */
  readonly look?: 'cards' | 'flat';
}

export function SegmentedChoice<Value extends string, Problem>(props: SegmentedChoiceProps<Value, Problem>) {
  const { field, label, say, hint, optional = false, aside, choices, consequence, look = 'cards' } = props;
  const id = useId();
  const problem = field.error.value;
  const line = { id, hint, message: problem === undefined ? undefined : say(problem) };
  return (
    <fieldset
      class="fld"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows it, and a plain group can be neither required nor invalid.
      role="radiogroup"
      aria-describedby={describedBy(line)}
      aria-invalid={problem !== undefined}
      aria-required={!optional}
      ref={(group) => field.attach(group && radioIn(group))}
      onFocusOut={(event) => {
        if (hasLeftGroup(event)) field.leave();
      }}
    >
      <legend class={look === 'flat' ? 'sr' : 'lab'}>
        {label}
        {(aside ?? optional) && <small>{aside ?? t('part.optional')}</small>}
      </legend>
      <div class={`seg ${look}`}>
        {choices.map((choice) => (
          <Option key={choice.value} group={id} choice={choice} field={field} flat={look === 'flat'} />
        ))}
      </div>
      {consequence !== undefined && (
        <p class="consequence" aria-live="polite">
          <Icon name="send" small />
          <span class="grow">{consequence}</span>
        </p>
      )}
      {look === 'cards' && <FieldLine {...line} onRepair={field.repair} />}
    </fieldset>
  );
}

interface OptionProps<Value extends string, Problem> extends Pick<FieldProps<Value, Problem>, 'field'> {
  readonly group: string;
  readonly choice: Choice<Value>;
  readonly flat: boolean;
}

function Option<Value extends string, Problem>({ group, choice, field, flat }: OptionProps<Value, Problem>) {
  const { value, title, lang, text, unavailable } = choice;
  const below = unavailable ?? text;
  return (
    <label class="opt">
      <input
        type="radio"
        name={group}
        checked={field.value.value === value}
        disabled={unavailable !== undefined}
        onChange={() => field.edit(value)}
      />
      <span class="face">
        {flat && <Icon name="check" small />}
        <b lang={lang}>{title}</b>
        {!flat && <i class="dot" />}
        {below && <small>{below}</small>}
      </span>
    </label>
  );
}

/** The chosen one, as the Tab key has it, or the first that can be chosen. */
function radioIn(group: HTMLElement): Focusable {
  const find = (which: string) => group.querySelector<HTMLInputElement>(`input${which}:not(:disabled)`);
  return { focus: () => (find(':checked') ?? find(''))?.focus() };
}
