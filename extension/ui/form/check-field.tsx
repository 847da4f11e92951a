import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './check-field.css';
import './field.css';
import type { FieldProps } from './field.tsx';
import { describedBy, FieldLine } from './field-line.tsx';
import { hasLeft } from './has-left.ts';

export interface CheckFieldProps<Problem> extends Omit<FieldProps<boolean, Problem>, 'label'> {
  /** The sentence that is agreed to, with its links. A link opens; everything else of it ticks. */
  readonly children: ComponentChildren;
}

export function CheckField<Problem>({ field, say, hint, optional = false, children }: CheckFieldProps<Problem>) {
  const id = useId();
  const problem = field.error.value;
  const line = { id, hint, message: problem === undefined ? undefined : say(problem) };
  return (
    <div class="fld tick">
      <label>
        <input
          type="checkbox"
          id={id}
          ref={field.attach}
          checked={field.value.value}
          aria-describedby={describedBy(line)}
          aria-invalid={problem !== undefined}
          aria-required={!optional}
          onChange={({ currentTarget }) => field.edit(currentTarget.checked)}
          onBlur={(event) => {
            if (hasLeft(event)) field.leave();
          }}
        />
        <span class="grow">{children}</span>
      </label>
      <FieldLine {...line} onRepair={field.repair} />
    </div>
  );
}
