import type { ComponentChildren } from 'preact';
import './button.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import { Spinner } from './spinner.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps {
  /** Names the act. */
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  /** So that the focus finds its way back here. */
  readonly id?: string;
  readonly kind?: ButtonKind;
  readonly size?: 'row' | 'form' | 'action';
  readonly wide?: boolean;
  /** In a form: Enter in a field presses it. */
  readonly submits?: boolean;
  readonly icon?: IconName;
  /** Under way: the spinner takes the icon's place, the label and the width stay, and clicks do nothing. */
  readonly busy?: boolean;
  /** Why it cannot be done now; the id of the text beside it that says so. */
  readonly unavailableBecause?: string;
}

const KIND_CLASS = { primary: 'go', plain: '', quiet: 'quiet', danger: 'danger' } as const;
const SIZE_CLASS = { row: 'sm', form: '', action: 'lg' } as const;

export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'form', busy = false, unavailableBecause } = props;
  const off = busy || unavailableBecause !== undefined;
  const classes = ['btn', KIND_CLASS[kind], SIZE_CLASS[size], props.wide ? 'wide' : '', busy ? 'busy' : ''];
  // `aria-disabled` instead of `disabled`: it keeps the focus and can be asked why.
  return (
    <button
      class={classes.filter(Boolean).join(' ')}
      type={props.submits ? 'submit' : 'button'}
      {...(props.id ? { id: props.id } : {})}
      aria-busy={busy}
      {...(unavailableBecause === undefined ? {} : { 'aria-disabled': true, 'aria-describedby': unavailableBecause })}
      onClick={() => {
        if (!off) props.onClick();
      }}
    >
      {busy ? <Spinner /> : props.icon && <Icon name={props.icon} small />}
      {props.children}
    </button>
  );
}
