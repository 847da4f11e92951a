import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { createField, type FieldState, type OwnedField } from './field-state.ts';

/** Plain values, so that a form can be put away as JSON. */
export type FormValues<Values> = { readonly [Name in keyof Values]: string | boolean };
export type NameOf<Values> = keyof Values & string;
export type Problems<Values, Problem> = { readonly [Name in keyof Values]?: Problem | undefined };

export interface FormRules<Values, Problem> {
  /** Every field that the form can have, with what is in it at first. */
  readonly initial: Values;
  /** Those it has as things stand, in the order in which they are drawn. Without it: all, in the order of `initial`. */
  readonly inUse?: (values: Values) => readonly NameOf<Values>[];
  readonly check: (name: NameOf<Values>, values: Values) => Problem | undefined;
}

export interface Form<Values, Problem> {
  readonly fields: { readonly [Name in NameOf<Values>]: FieldState<Values[Name], Problem> };
  /** Everything that was typed, fields that are out of use at the moment included. */
  readonly values: ReadonlySignal<Values>;
  readonly inUse: ReadonlySignal<readonly NameOf<Values>[]>;
  /** Something differs from what was filled in or saved last. */
  readonly dirty: ReadonlySignal<boolean>;
  /** Checks every field in use; whether all are right. */
  checkAll(): boolean;
  /** Whether there was one. */
  focusFirstInvalid(): boolean;
  /** What the service found wrong. */
  refuse(problems: Problems<Values, Problem>): void;
  /** A draft comes back: no errors, nothing touched, not dirty. */
  fill(draft: Partial<Values>): void;
  /** The fields in use, to be sent or put away. */
  toObject(): Partial<Values>;
  /** So much has arrived; what was typed while it travelled is still to be saved. */
  saved(values: Partial<Values>): void;
}

export function createForm<Values extends FormValues<Values>, Problem>(
  rules: FormRules<Values, Problem>,
): Form<Values, Problem> {
  const names = Object.keys(rules.initial) as NameOf<Values>[];
  const fields = Object.fromEntries(names.map((name) => [name, fieldOf(name)])) as {
    readonly [Name in NameOf<Values>]: OwnedField<Values[Name], Problem>;
  };
  const baseline = signal(rules.initial);
  const values = computed(
    () => Object.fromEntries(names.map((name) => [name, fields[name].value.value])) as unknown as Values,
  );
  const inUse = computed(() => rules.inUse?.(values.value) ?? names);
  const fieldsInUse = () => inUse.peek().map((name) => fields[name]);

  function fieldOf<Name extends NameOf<Values>>(name: Name): OwnedField<Values[Name], Problem> {
    return createField({
      initial: rules.initial[name],
      check: () => rules.check(name, values.peek()),
      onEdited: () => checkOthers(name),
    });
  }

  /** An ID number is right or wrong by its kind, a second password by the first. */
  function checkOthers(edited: NameOf<Values>): void {
    for (const name of names) if (name !== edited) fields[name].checkAgain();
  }

  return {
    fields,
    values,
    inUse,
    dirty: computed(() => names.some((name) => values.value[name] !== baseline.value[name])),
    checkAll() {
      batch(() => {
        for (const field of fieldsInUse()) field.leave();
      });
      return fieldsInUse().every((field) => field.error.peek() === undefined);
    },
    focusFirstInvalid() {
      const first = fieldsInUse().find((field) => field.error.peek() !== undefined);
      first?.focus();
      return first !== undefined;
    },
    refuse(problems) {
      batch(() => {
        for (const name of names) {
          const problem = problems[name];
          if (problem !== undefined) fields[name].refuse(problem);
        }
      });
    },
    fill(draft) {
      batch(() => {
        baseline.value = { ...baseline.peek(), ...draft };
        for (const name of names) fields[name].fill(baseline.peek()[name]);
      });
    },
    toObject() {
      const inside = inUse.peek().map((name) => [name, fields[name].value.peek()]);
      return Object.fromEntries(inside) as Partial<Values>;
    },
    saved(arrived) {
      baseline.value = { ...baseline.peek(), ...arrived };
    },
  };
}
