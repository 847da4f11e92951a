import { useSignal } from '@preact/signals';
import type { FieldState } from '../field-state.ts';
import { CLOSED, type ComboView, comboKey } from './combo-key.ts';
import { type ComboOption, matchingOptions, namedOption } from './matching-options.ts';

export interface ComboChoices<Problem> {
  /** The id of what was chosen; empty while a search leads nowhere yet. */
  readonly field: FieldState<string, Problem>;
  readonly options: readonly ComboOption[];
  /** Always last in the list, whatever is searched for. */
  readonly other?: ComboOption | undefined;
}

export interface Combo {
  readonly text: string;
  readonly view: ComboView;
  readonly shown: readonly ComboOption[];
  open(): void;
  close(): void;
  search(text: string): void;
  choose(option: ComboOption): void;
  /** Whether the key was taken. */
  press(event: KeyboardEvent): boolean;
}

/** What an editable combobox knows: what was typed, what that leaves of the list, and which option is marked. */
export function useCombo<Problem>({ field, options, other }: ComboChoices<Problem>): Combo {
  const typed = useSignal('');
  const view = useSignal(CLOSED);
  const all = other ? [...options, other] : options;
  const chosen = all.find(({ id }) => id === field.value.value);
  const shown = chosen ? all : [...matchingOptions(options, typed.value), ...(other ? [other] : [])];

  function choose(option: ComboOption): void {
    typed.value = option.name;
    view.value = CLOSED;
    field.edit(option.id);
  }

  return {
    text: chosen?.name ?? typed.value,
    view: view.value,
    shown,
    open() {
      if (!view.value.open) view.value = { open: true, active: chosen && all.indexOf(chosen) };
    },
    close() {
      view.value = CLOSED;
      const named = chosen ? undefined : namedOption(options, typed.value);
      if (named) choose(named);
    },
    search(text) {
      typed.value = text;
      field.edit('');
      view.value = { open: true, active: text.trim() === '' ? undefined : 0 };
    },
    choose,
    press(event) {
      const move = event.isComposing ? undefined : comboKey(event, view.value, shown.length);
      if (!move) return false;
      const option = 'choose' in move ? shown[move.choose] : undefined;
      if (option) choose(option);
      else if ('view' in move) view.value = move.view;
      return true;
    },
  };
}
