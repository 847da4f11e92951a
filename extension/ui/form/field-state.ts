import { batch, type ReadonlySignal, signal } from '@preact/signals';

/** What is wrong with a value: an id with its facts, never a sentence, so that it follows the language of the page. */
export type Check<Value, Problem> = (value: Value) => Problem | undefined;

export interface Focusable {
  focus(): void;
}

/** One field of a form, as the part that draws it sees it. */
export interface FieldState<Value, Problem> {
  readonly value: ReadonlySignal<Value>;
  /** It has been left at least once. */
  readonly touched: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<Problem | undefined>;
  /** Somebody else, as the service, is being asked about the value. */
  readonly checking: ReadonlySignal<boolean>;
  /** Typing clears the error. */
  edit(value: Value): void;
  /** Leaving checks. */
  leave(): void;
  /** Takes the proposed value, checks it, and gives the focus back, for the button that proposed it is gone. */
  repair(value: Value): void;
  /** An answer about a value that has been edited meanwhile counts for nothing. */
  ask(answer: Promise<Problem | undefined>): Promise<void>;
  /** The control that was drawn, so that the focus finds it; null when it is drawn no more. */
  attach(control: Focusable | null): void;
  focus(): void;
}

/** As its form sees it. */
export interface OwnedField<Value, Problem> extends FieldState<Value, Problem> {
  /** Something else has changed on which the check depends. What is being typed is left in peace. */
  checkAgain(): void;
  /** Said by the service: stands until the value is edited. */
  refuse(problem: Problem): void;
  /** A value that nobody typed: without error, and untouched. */
  fill(value: Value): void;
}

export interface FieldRules<Value, Problem> {
  readonly initial: Value;
  readonly check: Check<Value, Problem>;
  readonly onEdited?: () => void;
}

export function createField<Value, Problem>(rules: FieldRules<Value, Problem>): OwnedField<Value, Problem> {
  const value = signal(rules.initial);
  const touched = signal(false);
  const error = signal<Problem | undefined>(undefined);
  const checking = signal(false);
  let typing = false;
  let refused = false;
  let question = 0;
  let control: Focusable | null = null;

  function put(next: Value): void {
    value.value = next;
    error.value = undefined;
    checking.value = false;
    refused = false;
    question += 1;
  }

  function check(): void {
    if (!refused) error.value = rules.check(value.peek());
  }

  const field: OwnedField<Value, Problem> = {
    value,
    touched,
    error,
    checking,
    edit(next) {
      batch(() => {
        typing = true;
        put(next);
        rules.onEdited?.();
      });
    },
    leave() {
      batch(() => {
        typing = false;
        touched.value = true;
        check();
      });
    },
    repair(next) {
      field.edit(next);
      field.leave();
      field.focus();
    },
    async ask(answer) {
      question += 1;
      const asked = question;
      checking.value = true;
      const problem = await answer.finally(() => {
        if (asked === question) checking.value = false;
      });
      if (asked === question && problem !== undefined) field.refuse(problem);
    },
    attach(drawn) {
      control = drawn;
    },
    focus: () => control?.focus(),
    checkAgain() {
      if (touched.peek() && !typing) check();
    },
    refuse(problem) {
      refused = true;
      error.value = problem;
    },
    fill(next) {
      batch(() => {
        typing = false;
        touched.value = false;
        put(next);
      });
    },
  };
  return field;
}
