import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import { Spinner } from '../spinner.tsx';
import './step-rows.css';

export type StepState = 'done' | 'now' | 'to-come' | 'failed' | 'interrupted';

export interface StepRow {
  readonly id: string;
  readonly state: StepState;
  readonly title: string;
  /** When it was, or is promised for, or how long it has taken. */
  readonly time?: ComponentChildren;
  readonly why?: string | undefined;
  readonly act?: ComponentChildren;
}

export interface StepRowsProps {
  readonly rows: readonly StepRow[];
  /** A number in each node that is to come, and a turning arc in the present one; otherwise hollow, and a dot. */
  readonly numbered?: boolean;
}

/** One under the other, joined by a line: what was, is, and will be. */
export function StepRows({ rows, numbered = false }: StepRowsProps) {
  return (
    <ol class="rows">
      {rows.map(({ id, state, title, time, why, act }, index) => (
        <li key={id} class={state} {...(isCurrent(state) ? { 'aria-current': 'step' as const } : {})}>
          <span class="node" aria-hidden="true">
            <NodeSign state={state} {...(numbered ? { number: index + 1 } : {})} />
          </span>
          <span class="title wrap">
            {title}
            <span class="sr">{`${t('list.separator')}${t(`part.${state}`)}`}</span>
          </span>
          <span class="at">{time}</span>
          {why && <span class="why wrap">{why}</span>}
          {act && <span class="act">{act}</span>}
        </li>
      ))}
    </ol>
  );
}

function isCurrent(state: StepState): boolean {
  return state !== 'done' && state !== 'to-come';
}

function NodeSign({ state, number }: { readonly state: StepState; readonly number?: number }): ComponentChildren {
  switch (state) {
    case 'done':
      return <Icon name="check" small />;
    case 'failed':
      return <Icon name="close" small />;
    case 'interrupted':
      return <Icon name="pause" small />;
    case 'now':
      return number === undefined ? <i class="dot" /> : <Spinner large />;
    case 'to-come':
      return number;
  }
}
